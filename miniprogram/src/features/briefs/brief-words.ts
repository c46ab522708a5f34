import { BRIEF_MOVES, type BriefMove } from '@shared/briefs/moves'
import type { BriefCard, BriefView, Claim } from '@shared/briefs/schemas'
import { BRIEF_LEVEL_NAMES, BRIEF_PARTS, type BriefPart, type BriefState, isAdopted, isWritable } from '@shared/briefs/words'
import type { Tone } from '@/components/chip'
import { nearPlace } from '@/lib/place-words'
import { remaining } from '@/lib/time'
import { NEXT, NEXT_FOR, texts } from './texts'

const TONES: Partial<Record<BriefState, Tone>> = {
  draft: 'outline',
  submitted: 'sky',
  returned: 'amber',
  passedOn: 'amber',
  merged: 'neutral',
  withdrawn: 'neutral',
}

/** The colour of a state. Red is for what is late alone. */
export const toneOf = (state: BriefState): Tone => TONES[state] ?? 'bamboo'

/** Until when the department has to answer, as long as it has not. */
export const openDue = ({ state, dueAt }: Pick<BriefCard, 'state' | 'dueAt'>) =>
  state === 'passedOn' && dueAt !== null ? remaining(dueAt) : null

/** Who wrote it, where, its number and how high it got, in one line. */
export const cardLine = ({ author, signers, regionName, number, level }: BriefCard): string =>
  [
    `${author.name}${texts.signers(signers)}`,
    nearPlace(regionName, 1),
    ...(number ? [number] : []),
    ...(level ? [texts.level(BRIEF_LEVEL_NAMES[level])] : []),
  ].join(' · ')

/** What comes next, as its reader should know. */
export const nextWords = ({ state, can }: Pick<BriefView, 'state' | 'can'>): string => {
  const waited = (['sign', 'accept', 'answer'] as const).find((each) => can.includes(each))
  if (waited) return NEXT_FOR[waited]
  return isWritable(state) && !can.includes('write') ? NEXT_FOR.others : NEXT[state]
}

/** The order in which steps are offered as the next one; what cannot be undone is never offered first. */
const NEXT_MOVES: readonly BriefMove[] = ['accept', 'answer', 'adopt', 'passOn', 'instruct']
/** After these there is no way back for the one who makes them. */
const FINAL: readonly BriefMove[] = ['withdraw', 'merge', 'answer']

export const isFinal = (move: BriefMove): boolean => FINAL.includes(move)
const isMove = (can: string): can is BriefMove => (BRIEF_MOVES as readonly string[]).includes(can)

/** Steps made from a sheet; submitting is done on the preview, where the text has just been read. */
export const stepsOf = ({ can, state }: Pick<BriefView, 'can' | 'state'>): { next: BriefMove | undefined; others: BriefMove[] } => {
  const moves: BriefMove[] = can.filter(isMove).filter((move) => move !== 'submit')
  // once adopted, another adoption is less likely than the rest
  const order: BriefMove[] = isAdopted(state) ? [...NEXT_MOVES.filter((move) => move !== 'adopt'), 'adopt'] : [...NEXT_MOVES]
  const next = order.find((move) => moves.includes(move))
  return { next, others: moves.filter((move) => move !== next) }
}

interface Numbered {
  part: BriefPart
  /** From 1 on, within its part. */
  at: number
  claim: Claim
}

/** Every claim with its part and number. */
export const numbered = (brief: Record<BriefPart, readonly Claim[]>): Numbered[] =>
  BRIEF_PARTS.flatMap((part) => brief[part].map((claim, index) => ({ part, at: index + 1, claim })))

const SHORT = 18

/** The beginning of a claim, for where there is little room. */
export const shortOf = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > SHORT ? `${flat.slice(0, SHORT)}…` : flat
}
