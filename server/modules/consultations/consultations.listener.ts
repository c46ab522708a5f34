import { staffInOrganisation, staffOf } from '@server/modules/identity'
import { tellEverybody } from '@server/modules/notifications'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import type { ConsultationMove } from '@shared/consultations/moves'
import { startTelling } from './commands/tell-people'
import type { Consultation } from './consultation.model'
import { findConsultation } from './queries/load-consultation'
import { pageOf, taskWords, workWords } from './texts'

type Words = { title: string; text: string }
type Heard = (event: DomainEvent, doc: Consultation) => Promise<void>

/** What has to be done by somebody. */
const tellWork = (options: { id: string; at: Date; doc: Consultation; personIds: string[]; words: Words }): Promise<void> => {
  const { id, at, doc, personIds, words } = options
  return tellEverybody({ id, at, personIds, page: pageOf(doc), sort: 'work', ...words })
}

const officeOf = async ({ regionCode }: Consultation): Promise<string[]> =>
  (await staffOf({ role: 'cppccOffice', regionCode })).map(({ personId }) => personId)

/** The office, and the member in charge when there is one. */
const inCharge = async (doc: Consultation): Promise<string[]> => [
  ...new Set([...(await officeOf(doc)), ...(doc.lead ? [doc.lead.personId] : [])]),
]

const proposed: Heard = async ({ id, at }, doc) => {
  const personIds = (await officeOf(doc)).filter((personId) => personId !== doc.proposer.personId)
  await tellWork({ id, at, doc, personIds, words: workWords.proposed(doc) })
}

/** Support may fall below what is needed and reach it again: the office hears of it once. */
const supported: Heard = async ({ at }, doc) =>
  tellWork({ id: `${doc._id.toHexString()}:supported`, at, doc, personIds: await officeOf(doc), words: workWords.supported(doc) })

const answered: Heard = async ({ id, at, data }, doc) => {
  const task = doc.tasks.find((one) => one.id === data.taskId)
  if (task) await tellWork({ id, at, doc, personIds: await inCharge(doc), words: workWords.answered(doc, task) })
}

const tellDepartments: Heard = async ({ id, at }, doc) => {
  for (const organisationId of new Set(doc.tasks.map((task) => task.organisationId))) {
    const tasks = doc.tasks.filter((task) => task.organisationId === organisationId)
    const personIds = (await staffInOrganisation(organisationId)).map(({ personId }) => personId)
    await tellWork({ id: `${id}:${organisationId}`, at, doc, personIds, words: taskWords.asked(doc, tasks) })
  }
}

const moved: Heard = async (event, doc) => {
  const { id, at, data } = event
  const move = data.move as ConsultationMove
  const byPersonId = (data.byPersonId as string | null) ?? null
  if (move === 'choose' && doc.lead && doc.lead.personId !== byPersonId)
    await tellWork({ id: `${id}:lead`, at, doc, personIds: [doc.lead.personId], words: workWords.lead(doc) })
  if (move === 'passOn') await tellDepartments(event, doc)
  await startTelling({ _id: id, consultationId: doc._id, move, at, byPersonId })
}

const HEARD: Record<string, Heard> = {
  'consultation.proposed': proposed,
  'consultation.supported': supported,
  'consultation.answered': answered,
  'consultation.moved': moved,
}

/** Tells people what concerns them, each once for an event. */
export const consultationListener: Listener = async (events) => {
  for (const event of events) {
    const heard = HEARD[event.type]
    const doc = heard && (await findConsultation(String(event.data.consultationId)))
    if (doc) await heard(event, doc)
  }
}
