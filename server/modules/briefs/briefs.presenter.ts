import { toLocalIso } from '@server/modules/deadlines'
import { regionName } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import type { BriefCard, BriefView } from '@shared/briefs/schemas'
import { isWritable } from '@shared/briefs/words'
import { SUPPRESS_BELOW } from '@shared/opinion/schemas'
import type { Brief } from './brief.model'
import { textForOthers } from './brief-text'
import { abilitiesOf } from './briefs.policy'
import { missingIn } from './completeness'

const ROUND = 5
/** About how many people; null for so few that somebody could be made out. */
export const aboutPeople = (count: number): number | null => (count < SUPPRESS_BELOW ? null : count - (count % ROUND))

const isAuthor = (brief: Pick<Brief, 'author'>, actor: Actor): boolean => brief.author.personId === actor.personId
const person = ({ personId, name }: { personId: string; name: string }) => ({ id: personId, name })
const local = (at: Date | null): string | null => at && toLocalIso(at)

/** What lists show of a brief: its own fields without its text. */
export type BriefRow = Pick<
  Brief,
  '_id' | 'number' | 'title' | 'publicTitle' | 'state' | 'regionCode' | 'author' | 'signatures' | 'level' | 'department' | 'at'
>

/** A row of a list, for whoever may see the brief. */
export const presentCard = (brief: BriefRow, actor: Actor): BriefCard => ({
  id: brief._id.toHexString(),
  number: brief.number ?? null,
  title: isAuthor(brief, actor) ? brief.title : brief.publicTitle,
  state: brief.state,
  regionCode: brief.regionCode,
  regionName: regionName(brief.regionCode),
  author: person(brief.author),
  signers: brief.signatures.filter(({ state }) => state === 'signed').length,
  level: brief.level,
  dueAt: local(brief.department?.dueAt ?? null),
  updatedAt: toLocalIso(brief.at),
})

/** What became of it. */
const presentOutcome = ({ adoptions, instructions, department, answer, mergedInto, history }: Brief) => ({
  mergedInto,
  adoptions: adoptions.map((one) => ({ ...one, at: toLocalIso(one.at) })),
  instructions: instructions.map((one) => ({ ...one, at: toLocalIso(one.at) })),
  department: department && { ...department, dueAt: toLocalIso(department.dueAt) },
  answer: answer && { ...answer, at: toLocalIso(answer.at) },
  history: history.map((one) => ({ ...one, at: toLocalIso(one.at) })),
})

/** A brief for one reader: only its author sees words that have yet to be taken out. `residents`: how many it rests on. */
export const presentBrief = (options: { brief: Brief; actor: Actor; residents: number }): BriefView => {
  const { brief, actor, residents } = options
  const own = isAuthor(brief, actor)
  const { title, situation, causes, suggestions, evidence } = own ? brief : textForOthers(brief)
  return {
    ...presentCard(brief, actor),
    title,
    revision: brief.revision,
    category: brief.category,
    signalId: brief.signalId,
    consultationId: brief.consultationId,
    situation,
    causes,
    suggestions,
    evidence: evidence.map(({ id, type, text, source }) => ({ id, type, text, source })),
    signatures: brief.signatures.map((one) => ({ ...person(one), state: one.state, at: local(one.at) })),
    ...presentOutcome(brief),
    residents: aboutPeople(residents),
    missing: own && isWritable(brief.state) ? missingIn(brief).map(({ message }) => message) : [],
    can: abilitiesOf(actor, brief),
  }
}
