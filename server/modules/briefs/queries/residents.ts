import type { Session } from '@server/platform/database'
import type { Brief } from '../brief.model'
import { BriefResidentModel } from '../brief-resident.model'

/** The brief itself, and those that were merged into it. */
const briefIdsOf = ({ _id, mergedFrom }: Pick<Brief, '_id' | 'mergedFrom'>): string[] => [_id.toHexString(), ...mergedFrom]

/** How many residents a brief rests on. */
export const countResidents = async (brief: Pick<Brief, '_id' | 'mergedFrom'>): Promise<number> => {
  const [found] = await BriefResidentModel.aggregate<{ people: number }>([
    { $match: { briefId: { $in: briefIdsOf(brief) } } },
    { $group: { _id: '$personId' } },
    { $count: 'people' },
  ])
  return found?.people ?? 0
}

/** The residents whose words a brief rests on, in batches; somebody may come twice. */
export async function* residentsOf(brief: Pick<Brief, '_id' | 'mergedFrom'>, batch: number): AsyncGenerator<string[]> {
  for (const briefId of briefIdsOf(brief)) {
    let after = ''
    for (;;) {
      const rows = await BriefResidentModel.find({ briefId, personId: { $gt: after } }, { personId: 1 })
        .sort({ personId: 1 })
        .limit(batch)
        .lean<{ personId: string }[]>()
      const last = rows.at(-1)
      if (!last) break
      yield [...new Set(rows.map(({ personId }) => personId))]
      after = last.personId
    }
  }
}

/** Notes whose words evidence holds, in the transaction that takes it up. */
export const keepResidents = async (options: {
  briefId: string
  evidence: { evidenceId: string; personIds: string[] }[]
  session: Session
}): Promise<void> => {
  const { briefId, evidence, session } = options
  const rows = evidence.flatMap(({ evidenceId, personIds }) =>
    [...new Set(personIds)].map((personId) => ({ briefId, evidenceId, personId })),
  )
  if (rows.length > 0) await BriefResidentModel.insertMany(rows, { session })
}

/** Evidence that is let go of takes its residents along. */
export const dropResidents = async (options: { briefId: string; evidenceIds: string[]; session: Session }): Promise<void> => {
  const { briefId, evidenceIds, session } = options
  await BriefResidentModel.deleteMany({ briefId, evidenceId: { $in: evidenceIds } }, { session })
}
