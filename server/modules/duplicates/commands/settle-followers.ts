import { type Case, casesById, findCase, findFollowers, followOwner, type MoveInput, moveCase, mustNotHave } from '@server/modules/cases'
import type { ObjectId } from '@server/platform/database'
import { AppError } from '@server/platform/errors'
import { MOVES } from '@shared/cases/moves'
import { isClosed } from '@shared/cases/words'

const PAGE = 100
const NOT_DONE = '合并办理的那件事没有办成，这件事接着单独办理'
const NEEDS_ANOTHER = '合并办理的事项换了办理人，这件事要回避，接着单独办理'

/** What the office wrote when the matter was done, without the sentence that the table adds. */
const doneWords = (lead: Case): string | undefined => {
  const entry = [...lead.timeline].reverse().find(({ type }) => type === 'resolve')
  const words = entry?.text.slice(MOVES.resolve.sentence.length).replace(/^：/, '')
  return words ? words.slice(0, 300) : undefined
}

const isDone = ({ status }: Case): boolean => status === 'resolved' || status === 'closed'

const inputFor = (doc: Case, lead: Case): MoveInput | undefined => {
  if (isDone(lead)) return { move: 'followLead', reason: doneWords(lead) }
  if (isClosed(lead.status)) return { move: 'unmerge', reason: NOT_DONE }
  return mustNotHave(doc, lead.owner) ? { move: 'unmerge', reason: NEEDS_ANOTHER } : undefined
}

const settle = async (doc: Case, lead: Case): Promise<void> => {
  const input = inputFor(doc, lead)
  if (!input) {
    await followOwner({ doc, lead })
    return
  }
  try {
    await moveCase({ actor: 'system', caseId: doc._id.toHexString(), input })
  } catch (error) {
    // It has gone its own way meanwhile.
    if (!(error instanceof AppError)) throw error
  }
}

/**
 * Brings the cases that are handled with another to where that one is now: to its owner, to the applicants' word when
 * it is done, each on its own when it has ended otherwise. It looks at what is, not at what happened, so that doing it
 * again changes nothing.
 */
export const settleFollowers = async (leadId: string): Promise<void> => {
  const lead = await findCase(leadId)
  let after: ObjectId | undefined
  for (;;) {
    const page: Case[] = await findFollowers({ leadId, after, limit: PAGE })
    for (const doc of page) await settle(doc, lead)
    after = page.at(-1)?._id
    if (page.length < PAGE) return
  }
}

/** The same for one of them, which has just been merged: of a matter of hundreds the others need not be read again. */
export const settleFollower = async (options: { caseId: string; leadId: string }): Promise<void> => {
  const { caseId, leadId } = options
  const docs = await casesById([caseId, leadId])
  const [doc, lead] = [docs.get(caseId), docs.get(leadId)]
  if (doc && lead && doc.leadId === leadId) await settle(doc, lead)
}
