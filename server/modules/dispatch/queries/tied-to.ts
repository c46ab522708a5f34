import type { Case, Subject } from '@server/modules/cases'
import { personNames, phoneDigest, phoneDigestsOf } from '@server/modules/identity'
import { isClose, type Looked, plain } from '../closeness'
import { type Declaration, DeclarationModel } from '../declaration.model'
import { TieModel } from '../tie.model'
import { comparable, readDeclarations, tieIndex } from '../tie-memory'

const idsOf = ({ persons }: Subject): string[] => persons.flatMap(({ personId }) => personId ?? [])

/** Numbers of people who are known by id are compared by their digests; they are not read. */
const lookedAt = async (about: Subject): Promise<Looked> => {
  const unknown = about.persons.flatMap(({ personId, phone }) => (phone === undefined && personId !== undefined ? personId : []))
  const digests = await phoneDigestsOf(unknown)
  return {
    persons: about.persons.map(({ personId, name = '', phone }) => ({
      name: plain(name),
      phone: phone === undefined ? digests.get(personId ?? '') : phoneDigest(phone),
    })),
    address: plain(about.address),
  }
}

const NOTHING: Looked = { persons: [], address: '' }

/** Who and what a case is about: its parties and those who act for them, and the place. */
export const subjectOf = async (doc: Pick<Case, 'parties' | 'address'>): Promise<Subject> => {
  const ids = doc.parties.filter((party) => party.part !== 'helper').map((party) => party.personId)
  const names = await personNames(ids)
  return { persons: ids.map((personId) => ({ personId, name: names.get(personId) })), address: doc.address }
}

/**
 * Handlers who must not be given a case because of what they declared or of what is known from earlier cases. From
 * memory; while nobody has declared anything, without a query.
 */
export const tiedTo = async (about: Subject): Promise<string[]> => {
  const index = await tieIndex()
  if (index.isEmpty()) return []
  return index.find(index.hasDeclared() ? await lookedAt(about) : NOTHING, idsOf(about))
}

/** Whether one handler is close to a case: asked of the database itself, for those who give cases by hand. */
export const isTied = async (personId: string, about: Subject): Promise<boolean> => {
  if (await TieModel.exists({ personId, otherId: { $in: idsOf(about) } })) return true
  const row = await DeclarationModel.findById(personId).lean<Declaration>()
  const ties = row && (await readDeclarations([row])).get(personId)
  return ties ? isClose(comparable(ties), await lookedAt(about)) : false
}
