import { PAGES } from '@/lib/navigate'

/** The page on which an invitation is answered. `part` says what one is asked to be. */
export const joinPath = (code: string, part: string): string => `${PAGES.join}?code=${encodeURIComponent(code)}&part=${part}`

/** The same as an address for a browser. */
export const joinAddress = (code: string, part: string): string =>
  process.env.TARO_ENV === 'h5' ? `${window.location.origin}${window.location.pathname}#${joinPath(code, part)}` : ''

/** Codes for staff roles are eight letters and digits; those for parties are longer. */
export const isRoleCode = (code: string): boolean => code.replace(/[\s-]/g, '').length <= 8
