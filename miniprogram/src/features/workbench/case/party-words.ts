import type { CaseView, PartyView } from '@shared/cases/schemas'
import type { Tone } from '@/components/chip'
import { texts } from '../texts'

type Marked = { words: string; tone: Tone }

/** Whether a side has several parties, of whom some were chosen to speak. */
const hasSpeakers = (parties: readonly PartyView[], side: PartyView['side']): boolean => {
  const group = parties.filter((each) => each.side === side && each.part === 'party')
  return group.length > 1 && group.some(({ speaker }) => speaker) && group.some(({ speaker }) => !speaker)
}

/** What there is to know of somebody at a glance: joined or not, left, under age, speaks for others. */
export const marksOf = (party: PartyView, parties: readonly PartyView[]): Marked[] => {
  const marks: Marked[] = []
  if (party.quit) marks.push({ words: texts.quit, tone: 'amber' })
  else if (party.side === 'respondent' || party.part !== 'party')
    marks.push(party.accepted ? { words: texts.joined, tone: 'bamboo' } : { words: texts.notJoined, tone: 'neutral' })
  if (party.minor) marks.push({ words: texts.minor, tone: 'sky' })
  if (party.part === 'party' && party.speaker && hasSpeakers(parties, party.side)) marks.push({ words: texts.speaker, tone: 'sky' })
  return marks
}

/** The line under a name: as what, for whom, with which authority. */
export const lineOf = (party: PartyView, view: Pick<CaseView, 'parties' | 'anonymous'>): string => {
  const principal = view.parties.find(({ id }) => id === party.actsFor)
  const authority = party.part === 'representative' ? (party.authority ? texts.authority[party.authority] : texts.noAuthority) : ''
  return [
    texts.parts[party.part],
    principal ? texts.actsFor(principal.name) : '',
    authority,
    party.phoneMasked,
    view.anonymous && party.side === 'applicant' && party.part === 'party' ? texts.anonymous : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Parties under age for whom nobody acts yet. */
export const minorsAlone = (parties: readonly PartyView[]): PartyView[] =>
  parties.filter(
    ({ id, minor, quit }) => minor && !quit && !parties.some((each) => each.part === 'guardian' && each.accepted && each.actsFor === id),
  )
