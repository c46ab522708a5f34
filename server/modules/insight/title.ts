import type { StoredSignal } from './signal.model'

/** What a signal is called: as somebody has named it, else by its most telling words. */
export const titleOf = ({ givenName, name }: Pick<StoredSignal, 'givenName' | 'name'>): string => givenName ?? name
