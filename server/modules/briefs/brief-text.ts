import { createHash } from 'node:crypto'
import { redact } from '@server/modules/understanding'
import type { BriefPreview, Claim } from '@shared/briefs/schemas'
import { BRIEF_PART_NAMES, BRIEF_PARTS, type BriefPart, type BriefState, type REMOVAL_KINDS } from '@shared/briefs/words'
import type { Brief } from './brief.model'

type RemovalKind = (typeof REMOVAL_KINDS)[number]
type Removed = BriefPreview['removed'][number]
export type BriefText = Pick<Brief, 'title' | 'situation' | 'causes' | 'suggestions' | 'evidence'>

const KINDS: Record<ReturnType<typeof redact>['removed'][number]['kind'], RemovalKind> = {
  name: 'name',
  telephone: 'phone',
  identity: 'identity',
  number: 'identity',
  plate: 'plate',
  bank: 'bank',
  account: 'contact',
  address: 'address',
  smallCount: 'smallCount',
}

/** A text as others may read it, and what was taken out of it. */
export const publicWords = (text: string): { text: string; removed: Omit<Removed, 'where'>[] } => {
  const clean = redact(text, { smallCounts: true })
  const removed = clean.removed.map(({ kind, start, end, word }) => ({ kind: KINDS[kind], before: text.slice(start, end), after: word }))
  return { text: clean.text, removed }
}

/** The text of a brief as others will read it, and what was taken out, by where it stood. Evidence is clean as it is stored. */
export const publicText = (brief: BriefText): { text: BriefText; removed: Removed[] } => {
  const removed: Removed[] = []
  const clean = (where: string, written: string): string => {
    const found = publicWords(written)
    removed.push(...found.removed.map((one) => ({ where, ...one })))
    return found.text
  }
  const title = clean('标题', brief.title)
  const part = (name: BriefPart): Claim[] =>
    brief[name].map((claim, i) => ({ ...claim, text: clean(`${BRIEF_PART_NAMES[name]}第${i + 1}条`, claim.text) }))
  const [situation, causes, suggestions] = [part('situation'), part('causes'), part('suggestions')]
  return { text: { title, situation, causes, suggestions, evidence: brief.evidence }, removed }
}

/** Says which text it is, to the letter, and what each claim of it rests on. */
export const digestOf = ({ title, evidence, ...parts }: BriefText): string => {
  const claims = BRIEF_PARTS.map((part) => parts[part].map(({ id, text, evidenceIds, answers }) => [id, text, evidenceIds, answers]))
  const rests = evidence.map(({ id, type, text, source }) => [id, type, text, source])
  return createHash('sm3')
    .update(JSON.stringify([title, claims, rests]), 'utf8')
    .digest('hex')
}

/** Written as its author pleases; from the submission on, what is stored is what others may read. */
export const isRaw = (state: BriefState): boolean => state === 'draft' || state === 'returned' || state === 'withdrawn'

/** The text as it is for everybody but its author, who alone sees what has yet to be taken out. */
export const textForOthers = (brief: Brief): BriefText => (isRaw(brief.state) ? publicText(brief).text : brief)
/** A title as its author writes it, and as lists show it to others. */
export const bothTitles = (title: string): Pick<Brief, 'title' | 'publicTitle'> => ({ title, publicTitle: publicWords(title).text })
