import { type Actor, regionsOfAny } from '@server/platform/actor'
import type { StaffRole } from '@shared/identity/schemas'
import type { SignalView } from '@shared/insight/schemas'
import { isWithin, outermost } from '@shared/regions/schemas'
import type { StoredSignal } from './signal.model'

const MEMBERS = ['cppccMember', 'cppccOffice'] as const satisfies readonly StaffRole[]
const READERS = [...MEMBERS, 'dispatcher'] as const satisfies readonly StaffRole[]

/** The regions whose signals the actor reads, in the order of the roles, none within another. */
export const insightRegions = (actor: Actor): string[] => outermost(regionsOfAny(actor, READERS))

/** Whether a region lies within one of them. */
export const mayLookAt = (actor: Actor, regionCode: string): boolean => insightRegions(actor).some((region) => isWithin(regionCode, region))

/** A signal is seen where somebody of it is; of too few people nobody is told. */
export const maySeeSignal = (actor: Actor, { places, people, observed }: Pick<StoredSignal, 'places' | 'people' | 'observed'>): boolean =>
  isTold({ people, observed }) && insightRegions(actor).some((region) => places.includes(region))

/** Fewer people than these are told of to nobody (decision 0008). */
const FEWEST_TOLD = 5
export const isTold = ({ people, observed }: Pick<StoredSignal, 'people' | 'observed'>): boolean =>
  people >= FEWEST_TOLD && observed >= FEWEST_TOLD

/** It is for those to change in whose regions most of its people are. */
export const mayAct = ({ here, all }: { here: number; all: number }): boolean => here * 2 > all

/** What the actor can do with a signal of whose people so many are in the actor's regions. */
export const abilitiesOf = (
  actor: Actor,
  signal: Pick<StoredSignal, 'muted'>,
  people: { here: number; all: number },
): SignalView['can'] => [
  ...(mayAct(people) ? (['rename', signal.muted ? 'unmute' : 'mute', 'merge', 'split'] as const) : []),
  ...(regionsOfAny(actor, MEMBERS).length > 0 ? (['consult', 'brief'] as const) : []),
]
