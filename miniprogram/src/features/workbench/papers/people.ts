import type { PartyView } from '@shared/cases/schemas'

/** Somebody who can be named in a paper, by the party's id. */
export interface Person {
  id: string
  name: string
}

/** Who can promise and be promised something: the parties themselves, as long as they take part. */
export const promisersOf = (parties: readonly PartyView[]): Person[] =>
  parties.filter(({ part, quit }) => part === 'party' && !quit).map(({ id, name }) => ({ id, name }))

/** Who can be given an authority. */
export const representativesOf = (parties: readonly PartyView[]): Person[] =>
  parties.filter(({ part }) => part === 'representative').map(({ id, name }) => ({ id, name }))
