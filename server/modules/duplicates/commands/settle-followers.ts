import {
  type Case,
  casesById,
  findCase,
  findFollowers,
  followAnother,
  followOwner,
  type MoveInput,
  moveCase,
  mustNotHave,
} from '@server/modules/cases'
import type { ObjectId } from '@server/platform/database'
import { AppError } from '@server/platform/errors'
import { MOVES } from '@shared/cases/moves'
import { isClosed } from '@shared/cases/words'

const PAGE = 100
const NOT_DONE = '合并办理的那件事没有办成，这件事接着办理'
const NEEDS_ANOTHER = '合并办理的事项换了办理人，这件事要回避，接着单独办理'

/** What the office wrote when the matter was done, without the sentence that the table adds. */
const doneWords = (lead: Case): string | undefined => {
  const entry = [...lead.timeline].reverse().find(({ type }) => type === 'resolve')
  const words = entry?.text.slice(MOVES.resolve.sentence.length).replace(/^：/, '')
  return words ? words.slice(0, 300) : undefined
}

const isDone = ({ status }: Case): boolean => status === 'resolved' || status === 'closed'

/** Moves it, unless it has gone its own way meanwhile. */
const tryMove = async (doc: Case, input: MoveInput): Promise<Case | undefined> => {
  try {
    return (await moveCase({ actor: 'system', caseId: doc._id.toHexString(), input })).doc
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return undefined
  }
}

/** The matter has not been done: what was first of the others leads it on; the rest stay together with that one. */
const goOn = async (doc: Case, next: Case | undefined): Promise<Case | undefined> => {
  if (next) {
    try {
      await followAnother({ doc, lead: next })
      return findCase(next._id.toHexString())
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return (await tryMove(doc, { move: 'unmerge', reason: NOT_DONE })) ?? next
}

/** `next`: which of the others leads the matter on, when the case that led it has ended undone; answers which does now. */
const settle = async (doc: Case, lead: Case, next?: Case): Promise<Case | undefined> => {
  if (isDone(lead)) await tryMove(doc, { move: 'followLead', reason: doneWords(lead) })
  else if (isClosed(lead.status)) return goOn(doc, next)
  else if (mustNotHave(doc, lead.owner)) await tryMove(doc, { move: 'unmerge', reason: NEEDS_ANOTHER })
  else await followOwner({ doc, lead })
  return next
}

/**
 * Brings the cases that are handled with another to where that one is now: to its owner, to the applicants' word when
 * it is done, to the next of the matter when it has ended otherwise. It looks at what is, not at what happened, so that
 * doing it again changes nothing; a kill in the middle leaves two leads of one matter, and loses no case.
 */
export const settleFollowers = async (leadId: string): Promise<void> => {
  const lead = await findCase(leadId)
  let after: ObjectId | undefined
  let next: Case | undefined
  for (;;) {
    const page: Case[] = await findFollowers({ leadId, after, limit: PAGE })
    for (const doc of page) next = await settle(doc, lead, next)
    after = page.at(-1)?._id
    if (page.length < PAGE) return
  }
}

/** The same for one of them, which has just been merged: of a matter of hundreds the others need not be read again. */
export const settleFollower = async (options: { caseId: string; leadId: string }): Promise<void> => {
  const { caseId, leadId } = options
  const docs = await casesById([caseId, leadId])
  const [doc, lead] = [docs.get(caseId), docs.get(leadId)]
  if (!doc || !lead || doc.leadId !== leadId) return
  // Of a matter that has ended all stay together.
  if (isClosed(lead.status)) await settleFollowers(leadId)
  else await settle(doc, lead)
}
