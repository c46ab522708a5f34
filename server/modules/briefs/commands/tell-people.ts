import { staffInOrganisation, staffOf } from '@server/modules/identity'
import { tellEverybody } from '@server/modules/notifications'
import type { RoleGrant } from '@shared/identity/schemas'
import type { Brief } from '../brief.model'
import { WORDS_FOR_RESIDENTS } from '../notice-words'
import { residentsOf } from '../queries/residents'

export interface Telling {
  /** Who is told the same id twice hears it once. */
  id: string
  at: Date
  brief: Brief
  words: { title: string; text: string }
}
const BATCH = 500

const pageOf = (brief: Brief): string => `packages/member/pages/brief/index?id=${brief._id.toHexString()}`

const tell = async ({ id, at, brief, words }: Telling, personIds: string[]): Promise<void> => {
  if (personIds.length > 0) await tellEverybody({ id, at, personIds: [...new Set(personIds)], ...words, page: pageOf(brief), sort: 'work' })
}

/** Whoever wrote it, and whoever has signed it. */
export const tellAuthors = (telling: Telling): Promise<void> => {
  const { author, signatures } = telling.brief
  return tell(telling, [author.personId, ...signatures.flatMap((one) => (one.state === 'signed' ? [one.personId] : []))])
}

/** Some members by their ids. */
export const tellMembers = (telling: Telling, personIds: string[]): Promise<void> => tell(telling, personIds)

/** The office of the region. */
export const tellOffice = async (telling: Telling): Promise<void> => {
  const people = await staffOf({ role: 'cppccOffice', regionCode: telling.brief.regionCode })
  await tell(
    { ...telling, id: `${telling.id}:office` },
    people.map(({ personId }) => personId),
  )
}

/** Who answers for a department. */
const answerersOf = async (departmentId: string): Promise<string[]> => {
  const people = await staffInOrganisation(departmentId)
  const answers = ({ role, organisationId }: RoleGrant): boolean => role === 'department' && organisationId === departmentId
  return people.filter(({ roles }) => roles.some(answers)).map(({ personId }) => personId)
}

/** The people of the department that was asked. */
export const tellDepartment = async (telling: Telling): Promise<void> => {
  const { department } = telling.brief
  if (department) await tell({ ...telling, id: `${telling.id}:department` }, await answerersOf(department.id))
}

/** The people of a department that has it no more; they cannot open it either. */
export const tellFormerDepartment = async ({ id, at, words }: Telling, departmentId: string): Promise<void> =>
  tellEverybody({ id: `${id}:former`, at, personIds: await answerersOf(departmentId), ...words, sort: 'work' })

/**
 * The residents whose words a brief rests on, each once for an adoption and once for the answer, however often it is adopted
 * and whatever is merged into it later.
 */
export const tellResidents = async (options: { brief: Brief; at: Date; of: 'adopted' | 'answered' }): Promise<void> => {
  const { brief, at, of } = options
  const id = `brief:${brief._id.toHexString()}:${of}`
  for await (const personIds of residentsOf(brief, BATCH)) await tellEverybody({ id, at, personIds, ...WORDS_FOR_RESIDENTS[of](brief) })
}
