import type { Session } from '@server/platform/database'
import type { RoleGrant } from '@shared/identity/schemas'

export interface RoleChange {
  personId: string
  name: string
  grant: RoleGrant
  change: 'granted' | 'revoked'
}
export interface HomeChange {
  personId: string
  /** Null: no longer said. */
  regionCode: string | null
}
type HomeListener = (change: HomeChange, session: Session) => Promise<void>
type RoleListener = (change: RoleChange) => Promise<void>
type PartReader = (personId: string) => Promise<unknown[]>
type EraseCheck = (personId: string) => Promise<void>

const roleListeners = new Set<RoleListener>()
const homeListeners = new Set<HomeListener>()
const readers = new Map<string, PartReader>()
const checks = new Set<EraseCheck>()

/** Hears of every role that is granted or taken away; may hear the same twice. */
export const onRoleChange = (listener: RoleListener): void => {
  roleListeners.add(listener)
}
/** Hears where people say that they live, in the transaction that notes it. */
export const onHomeChange = (listener: HomeListener): void => {
  homeListeners.add(listener)
}
/** Adds what another module holds about a person to the person's export. */
export const onPersonData = (part: string, read: PartReader): void => {
  readers.set(part, read)
}
/** Asked before a person is erased; refuses by throwing a Conflict that says what has to be ended first. */
export const onErase = (check: EraseCheck): void => {
  checks.add(check)
}

/** Tells the listeners. */
export const tellRoleChange = async (change: RoleChange): Promise<void> => {
  for (const listener of roleListeners) await listener(change)
}
/** Tells the listeners where somebody lives. */
export const tellHome = async (change: HomeChange, session: Session): Promise<void> => {
  for (const listener of homeListeners) await listener(change, session)
}
/** What the other modules hold about a person. */
export const readParts = async (personId: string): Promise<Record<string, unknown[]>> =>
  Object.fromEntries(await Promise.all([...readers].map(async ([part, read]) => [part, await read(personId)] as const)))
/** Throws when a module objects to the erasure. */
export const checkErase = async (personId: string): Promise<void> => {
  for (const check of checks) await check(personId)
}
