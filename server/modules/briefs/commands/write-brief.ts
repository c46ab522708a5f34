import type { Actor } from '@server/platform/actor'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import type { Claim, WriteBrief } from '@shared/briefs/schemas'
import { BRIEF_PARTS, type BriefPart, isWritable } from '@shared/briefs/words'
import type { Brief } from '../brief.model'
import { type BriefText, bothTitles } from '../brief-text'
import { mayWriteIn } from '../briefs.policy'
import { loadBrief } from '../queries/load-brief'
import { changeOfText } from '../signatures'
import { PROBLEMS } from '../texts'
import { writeChange } from './write-change'

/** Throws Forbidden for who may not write in a brief, Conflict when nobody may any more. */
export const checkWritable = (actor: Actor, brief: Brief): void => {
  if (!mayWriteIn(actor, brief)) throw new Forbidden(PROBLEMS.author)
  if (!isWritable(brief.state)) throw new Conflict('move_not_allowed', PROBLEMS.written)
}

/** A brief that the actor may write in now. Throws NotFound, Forbidden, Conflict. */
export const loadOwnDraft = async (options: { actor: Actor; briefId: string }): Promise<Brief> => {
  const brief = await loadBrief(options)
  checkWritable(options.actor, brief)
  return brief
}

type Parts = Pick<BriefText, BriefPart>

/** Refuses claims that cannot be told apart, and those that rest on what is not there. */
const refuse = (brief: Brief, parts: Parts, input: WriteBrief): void => {
  const known = new Set(brief.evidence.map(({ id }) => id))
  const seen = new Set<string>()
  for (const part of BRIEF_PARTS)
    parts[part].forEach(({ id, evidenceIds }, i) => {
      if (seen.has(id)) throw InvalidInput.field(`${part}.${i}.id`, 'duplicate', '两条内容用了同一个编号')
      seen.add(id)
      const unknown = input[part] !== undefined && evidenceIds.some((one) => !known.has(one))
      if (unknown) throw InvalidInput.field(`${part}.${i}.evidenceIds`, 'unknown_evidence', '这条依据已经不在了，请重新选择')
    })
}

/** Only suggestions answer something, and only what is still said. */
const tidy = ({ situation, causes, suggestions }: Parts): Parts => {
  const plain = (claims: Claim[]): Claim[] => claims.map((claim) => ({ ...claim, answers: [] }))
  const answerable = new Set([...situation, ...causes].map(({ id }) => id))
  return {
    situation: plain(situation),
    causes: plain(causes),
    suggestions: suggestions.map((claim) => ({ ...claim, answers: claim.answers.filter((id) => answerable.has(id)) })),
  }
}

/** Writes in one's own draft. Throws Conflict when it was changed since it was read: nothing is overwritten unseen. */
export const writeBrief = async (options: { actor: Actor; briefId: string; input: WriteBrief }): Promise<Brief> => {
  const { actor, briefId, input } = options
  const brief = await loadOwnDraft({ actor, briefId })
  if (input.revision !== brief.revision) throw new Conflict()
  const { situation = brief.situation, causes = brief.causes, suggestions = brief.suggestions } = input
  const parts = { situation, causes, suggestions }
  refuse(brief, parts, input)
  const { title, publicTitle } = bothTitles(input.title?.trim() ?? brief.title)
  const change = changeOfText(brief, { title, ...tidy(parts) })
  const category = input.category ?? brief.category
  return writeChange({ brief, change: { ...change, set: { ...change.set, publicTitle, category } } })
}
