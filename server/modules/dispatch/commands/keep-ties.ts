import { partnersOf } from '@server/modules/cases'
import { TieModel } from '../tie.model'
import { refreshTies } from '../tie-memory'

interface Known {
  otherId: string
  caseId: string
}

/** Remembers from which persons a handler is to be kept away; known ones are not kept twice. */
export const keepTies = async (options: { personId: string; kind: 'shared' | 'granted'; known: Known[] }): Promise<void> => {
  const { personId, kind } = options
  const known = options.known.filter(({ otherId }) => otherId !== personId)
  if (known.length === 0) return
  await TieModel.collection.bulkWrite(
    known.map(({ otherId, caseId }) => ({
      updateOne: {
        filter: { personId, otherId, kind },
        update: { $setOnInsert: { caseId }, $currentDate: { at: true } },
        upsert: true,
      },
    })),
    { ordered: false },
  )
  await refreshTies()
}

/** Remembers with whom a handler has been a party in a case. */
export const keepSharedTies = async (personId: string): Promise<void> => {
  const partners = await partnersOf(personId)
  const known = partners.flatMap(({ caseId, personIds }) => personIds.map((otherId) => ({ otherId, caseId })))
  await keepTies({ personId, kind: 'shared', known })
}
