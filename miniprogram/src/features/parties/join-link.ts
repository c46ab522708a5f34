import { PAGES } from '@/lib/navigate'

/** The page on which an invitation is answered. `part` says what one is asked to be. */
export const joinPath = (code: string, part: string): string => `${PAGES.join}?code=${encodeURIComponent(code)}&part=${part}`

/** The same as an address for a browser, and for the code that is scanned. */
export const joinAddress = (code: string, part: string): string => {
  const place = process.env.TARO_ENV === 'h5' ? `${window.location.origin}${window.location.pathname}` : `${API_BASE}/`
  return `${place}#${joinPath(code, part)}`
}

/** Codes for staff roles are eight letters and digits; those for parties are longer. */
export const isRoleCode = (code: string): boolean => code.replace(/[\s-]/g, '').length <= 8

/** The code with which the page was opened: from a link, from a mini-program code, or from a scanned address. */
export const codeFrom = ({ code = '', scene = '', q = '' }: Record<string, string | undefined>): string => {
  if (code) return code
  if (scene) return decodeURIComponent(scene)
  return decodeURIComponent(/[?&]code=([^&]+)/.exec(decodeURIComponent(q))?.[1] ?? '')
}
