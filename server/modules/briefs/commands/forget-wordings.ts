import { BRIEF_STATES } from '@shared/briefs/words'
import { type Brief, BriefModel } from '../brief.model'
import { isRaw } from '../brief-text'
import { findBrief } from '../queries/load-brief'
import { dropEvidence } from './drop-evidence'
import { retryChange } from './write-change'

const UNFINISHED = BRIEF_STATES.filter(isRaw)
const HISTORY = [{ by: '系统', text: '有一条群众原话已由本人收回，不再作为依据' }]

/** Words that are taken back leave the briefs that are their author’s alone. What the office has is on record, and leads to nobody. */
export const forgetWordings = async (wordingIds: string[]): Promise<void> => {
  const refs = new Set(wordingIds.map((id) => `wording:${id}`))
  const filter = { 'evidence.ref': { $in: [...refs] }, state: { $in: UNFINISHED } }
  const rows = await BriefModel.find(filter, { _id: 1 }).lean<Pick<Brief, '_id'>[]>()
  for (const { _id } of rows)
    await retryChange(async () => {
      const brief = await findBrief(_id.toHexString())
      if (!brief || !UNFINISHED.includes(brief.state)) return
      await dropEvidence({ brief, isGone: ({ ref }) => ref !== null && refs.has(ref), history: HISTORY })
    })
}
