import type { CaseView, PartyView } from '@shared/cases/schemas'
import { AUTHORITY_NAMES, PART_NAMES, texts } from './texts'

type Parties = Pick<CaseView, 'parties' | 'relation'>

/** The reader among the parties. */
export const meIn = ({ parties }: Pick<CaseView, 'parties'>): PartyView | undefined => parties.find(({ me }) => me)

/** Whether the reader, or the one for whom they act, has left the mediation. */
export const hasLeft = ({ parties }: Pick<CaseView, 'parties'>): boolean => {
  const own = parties.filter(({ me }) => me).map(({ id, part, actsFor }) => (part === 'party' ? id : actsFor))
  return parties.some(({ id, quit }) => quit && own.includes(id))
}

/** Whether nobody of the other side takes part any more. */
export const otherHasLeft = (view: Parties): boolean => {
  const others = view.parties.filter(({ side, part, accepted }) => side !== sideOf(view) && part === 'party' && accepted)
  return others.length > 0 && others.every(({ quit }) => quit)
}

/** For whose side the reader takes part. */
export const sideOf = (view: Parties): 'applicant' | 'respondent' =>
  meIn(view)?.side ?? (view.relation === 'respondent' ? 'respondent' : 'applicant')

/** What is to be known about somebody who takes part, in a line. */
export const describe = (party: PartyView, parties: readonly PartyView[]): string => {
  const { part, accepted, minor, speaker, authority, quit, actsFor } = party
  const ward = parties.find(({ id }) => id === actsFor)
  // until a side has chosen, everybody of it speaks, which need not be said
  const chosen = parties.some((one) => one.side === party.side && one.part === 'party' && one.accepted && !one.speaker)
  const acts = part === 'representative' ? (authority ? AUTHORITY_NAMES[authority] : texts.noAuthority) : ''
  return [
    PART_NAMES[part],
    ward ? texts.forWhom(ward.name) : '',
    minor ? texts.minor : '',
    acts,
    chosen && part === 'party' && speaker ? texts.speaker : '',
    quit ? texts.hasQuit : accepted ? texts.acceptedParty : texts.waitingParty,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Those of the reader's side for whom somebody else can act. */
export const wardsOf = (view: Parties, part: 'representative' | 'guardian'): { id: string; name: string }[] =>
  view.parties
    .filter((one) => one.side === sideOf(view) && one.part === 'party' && (part === 'representative' || one.minor))
    .map(({ id, name }) => ({ id, name }))
