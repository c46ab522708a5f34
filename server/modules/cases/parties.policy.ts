import type { Actor } from '@server/platform/actor'
import type { Case, Party, Side } from './case.model'

type Parties = Pick<Case, 'parties'>
type Sides = Pick<Case, 'parties' | 'speakers'>
type Who = Pick<Actor, 'personId'>

/** In whose name a paper is signed, and who may hold the pen. */
interface Signer {
  partyId: string
  personIds: string[]
}

/** For which party somebody takes part; the first of the side for those who joined before there could be several. */
export const principalOf = (doc: Parties, member: Party): string | undefined => {
  if (member.part === 'party') return member.id
  if (member.part === 'helper') return undefined
  return member.actsFor ?? doc.parties.find((one) => one.part === 'party' && one.side === member.side)?.id
}

/** Who may act for a party: guardians, and representatives of whom a signed paper says that they may agree and sign. */
const standIns = (doc: Parties, party: Party): Party[] =>
  doc.parties.filter(
    (one) =>
      one.accepted &&
      (one.part === 'guardian' || (one.part === 'representative' && one.authority === 'special')) &&
      principalOf(doc, one) === party.id,
  )

/** Persons whose word is a party's word: the party's own unless under age, and those of guardians and full representatives. */
const voicesOf = (doc: Parties, party: Party): string[] => {
  const own = party.accepted && !party.minor ? [party.personId] : []
  // Who guards a grown-up that speaks for themselves has no say besides them.
  const others = standIns(doc, party).filter((one) => one.part === 'representative' || party.minor || !party.accepted)
  return [...new Set([...own, ...others.map((one) => one.personId)])]
}

/** Whether a party takes part: has agreed, or somebody agreed who may act for it; and has not left. */
const takesPart = (doc: Parties, party: Party): boolean =>
  party.part === 'party' && !party.quit && (party.accepted || standIns(doc, party).length > 0)

/** The parties of a side who take part. */
export const partiesOf = (doc: Parties, side: Side): Party[] => doc.parties.filter((party) => party.side === side && takesPart(doc, party))

/** Whether a side has left the mediation, which nobody has to stay in: then nothing can be begun or agreed with it. */
export const hasLeft = (doc: Parties, side: Side): boolean =>
  doc.parties.some((party) => party.side === side && party.quit) && partiesOf(doc, side).length === 0

const chosenOf = (doc: Sides, side: Side): Party[] => {
  const chosen = doc.speakers?.[side]
  return chosen ? partiesOf(doc, side).filter((party) => chosen.includes(party.id)) : []
}

/** Those who speak for a side: whom it chose, or all who take part when it has chosen nobody who still does. */
const speakersOf = (doc: Sides, side: Side): Party[] => {
  const chosen = chosenOf(doc, side)
  return chosen.length > 0 ? chosen : partiesOf(doc, side)
}

/** Whether a member's party speaks for the side: everybody's does as long as nobody was chosen. */
export const isSpeaker = (doc: Sides, member: Party): boolean => {
  const chosen = chosenOf(doc, member.side)
  return chosen.length === 0 || chosen.some((party) => party.id === principalOf(doc, member))
}

/**
 * In whose names a paper of the case is signed, and who may hold the pen for each: the party, the guardians of a minor,
 * a representative with special authority. A name with nobody to hold the pen cannot be signed for yet.
 */
export const signersOf = (doc: Sides): Signer[] =>
  [...speakersOf(doc, 'applicant'), ...speakersOf(doc, 'respondent')].map((party) => ({
    partyId: party.id,
    personIds: voicesOf(doc, party),
  }))

/** The parties for whom somebody may decide: the own one unless under age, and those for whom they may sign. */
export const actsFor = (doc: Parties, actor: Who): Party[] =>
  doc.parties.filter((party) => party.part === 'party' && voicesOf(doc, party).includes(actor.personId))

/** The parties as, or for, whom somebody takes part, whatever their authority. */
const principalsOf = (doc: Parties, actor: Who): Party[] => {
  const ids = doc.parties.filter((one) => one.personId === actor.personId && one.accepted).map((one) => principalOf(doc, one))
  return doc.parties.filter((party) => ids.includes(party.id))
}

/** The side for which somebody may book and speak to the other: of a side that has chosen speakers, these and who acts for them. */
export const speaksFor = (doc: Sides, actor: Who): Side | undefined =>
  principalsOf(doc, actor).find((party) => !party.quit && isSpeaker(doc, party))?.side

/**
 * Whether somebody of the applicant's side may move the case: who speaks for the side, and as long as nobody was chosen,
 * who brought it: one of many must not withdraw what is everybody's.
 */
export const movesForApplicants = (doc: Sides, actor: Who): boolean => {
  const chosen = chosenOf(doc, 'applicant')
  const first = doc.parties.find((party) => party.part === 'party' && party.side === 'applicant')
  const movers = chosen.length > 0 ? chosen : first ? [first] : []
  return principalsOf(doc, actor).some((party) => movers.includes(party))
}

/** The parties that somebody may take out of the mediation and bring back: also a minor may leave by themselves. */
export const mayLeave = (doc: Parties, actor: Who): Party[] =>
  doc.parties.filter(
    (party) =>
      party.part === 'party' && ((party.personId === actor.personId && party.accepted) || voicesOf(doc, party).includes(actor.personId)),
  )

/** Whether a side has somebody to choose among, and somebody who chooses in whose name. */
export const mayChoose = (doc: Parties, actor: Who, side: Side): Party[] =>
  partiesOf(doc, side).length < 2 ? [] : actsFor(doc, actor).filter((party) => party.side === side && takesPart(doc, party))
