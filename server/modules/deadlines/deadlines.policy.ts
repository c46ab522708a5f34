import { holdsForCity } from '@server/modules/regions'
import { type Actor, holdsAnywhere } from '@server/platform/actor'
import type { StaffRole } from '@shared/identity/schemas'

/** The calendar is the whole city's: its administrators set it, and those above it. */
export const mayLoadCalendar = (actor: Actor): boolean => holdsForCity(actor, 'admin')

/** Deadlines are the whole city's too: its centre and its administrators make the rules. */
export const maySetRules = (actor: Actor): boolean => holdsForCity(actor, 'dispatcher') || holdsForCity(actor, 'admin')

const READERS: readonly StaffRole[] = ['dispatcher', 'supervisor', 'admin']
/** Whoever works by the rules or watches over them reads them. */
export const mayReadRules = (actor: Actor): boolean => READERS.some((role) => holdsAnywhere(actor, role))
