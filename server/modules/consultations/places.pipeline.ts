import { type DomainEvent, newEvent } from '@server/platform/outbox'
import type { Place } from './place.model'

/** Parts of updates that MongoDB computes from the list itself, so that nothing is decided on what was read before. */
type Expression = Record<string, unknown>
export type Stage = { $set: Record<string, unknown> }

const entries = { $ifNull: ['$entries', []] }
export const entriesWhere = (cond: Expression): Expression => ({ $filter: { input: entries, cond } })
export const isOneOf = (...states: Place['state'][]): Expression => ({ $in: ['$$this.state', states] })
export const countWhere = (cond: Expression): Expression => ({ $size: entriesWhere(cond) })

/** Places that somebody has, or that are kept for somebody. */
export const HELD = countWhere(isOneOf('in', 'invited'))
export const WAITING = countWhere(isOneOf('waiting'))
export const CHECKED_IN = countWhere({ $gt: ['$$this.checkedInAt', null] })

/** Hands free places to those who have waited longest, and lays the event that tells them beside it. */
export const settle = (consultationId: string, places: number): Stage[] => {
  const event: DomainEvent = newEvent('place.given', { consultationId })
  const next = {
    $slice: [{ $map: { input: entriesWhere(isOneOf('waiting')), in: '$$this.id' } }, { $max: [0, { $subtract: [places, HELD] }] }],
  }
  const given = { $mergeObjects: ['$$this', { state: 'in', givenBy: event.id }] }
  const anybody = { $in: [event.id, { $ifNull: ['$entries.givenBy', []] }] }
  const told = { $concatArrays: [{ $ifNull: ['$pending', []] }, [{ $literal: event }]] }
  return [
    {
      $set: {
        entries: {
          $let: { vars: { next }, in: { $map: { input: entries, in: { $cond: [{ $in: ['$$this.id', '$$next'] }, given, '$$this'] } } } },
        },
      },
    },
    {
      $set: {
        pending: { $cond: [anybody, told, { $ifNull: ['$pending', '$$REMOVE'] }] },
        pendingAt: { $cond: [anybody, event.at, { $ifNull: ['$pendingAt', '$$REMOVE'] }] },
      },
    },
  ]
}

/** Puts one at the end: in as long as there are places, else waiting. */
export const append = (place: Omit<Place, 'state'>, places: number): Stage => {
  const state = { $cond: [{ $lt: [HELD, places] }, 'in', 'waiting'] }
  return { $set: { entries: { $concatArrays: [entries, [{ $mergeObjects: [{ $literal: place }, { state }] }]] } } }
}

/** Puts a place at the end that is kept for somebody. */
export const appendKept = (place: Place): Stage => ({ $set: { entries: { $concatArrays: [entries, [{ $literal: place }]] } } })

/** Takes somebody off. */
export const without = (personId: string): Stage => ({
  $set: { entries: entriesWhere({ $ne: ['$$this.personId', { $literal: personId }] }) },
})

/** Gives the place that is kept under a code to somebody; whatever else the person has on the list goes. */
export const redeemed = (options: { codeHash: string; personId: string; at: Date }): Stage[] => {
  const { codeHash, personId, at } = options
  const taken = { $mergeObjects: ['$$this', { $literal: { personId, name: null, state: 'in', at } }] }
  const isIt = { $eq: ['$$this.codeHash', { $literal: codeHash }] }
  return [without(personId), { $set: { entries: { $map: { input: entries, in: { $cond: [isIt, taken, '$$this'] } } } } }]
}
