import { PAGES } from '@/lib/navigate'

/** What a link to a topic brings: the topic, and perhaps a kept place or the code on the wall of the meeting. */
export interface TopicLink {
  id: string
  /** The code of an invitation. */
  code: string
  checkIn: string
}

type Params = Record<string, string | undefined>

const paramsOf = (address: string): Params => {
  const found: Params = {}
  for (const [, name = '', value = ''] of address.matchAll(/[?&]([A-Za-z]+)=([^&#]*)/g)) found[name] = decodeURIComponent(value)
  return found
}

/** Reads what the page was opened with: its own parameters, or an address that WeChat scanned (`q`). */
export const linkFrom = (params: Params): TopicLink => {
  const { id = '', code = '', checkIn = '', q = '' } = params
  if (id || !q) return { id, code, checkIn }
  return linkFrom(paramsOf(decodeURIComponent(q)))
}

/** The code of the meeting with this id in what was scanned; empty when it is another's, or no check-in code at all. */
export const checkInFrom = (scanned: string, id: string): string => {
  const link = linkFrom(paramsOf(scanned))
  return link.id === id ? link.checkIn : ''
}

/** `packages/…?id=…`, as the service names a page, as an address for a browser and for a code to scan. */
export const addressOf = (page: string): string => {
  const place = process.env.TARO_ENV === 'h5' ? `${window.location.origin}${window.location.pathname}` : `${API_BASE}/`
  return `${place}#/${page.replace(/^\//, '')}`
}

/** A topic as a card that WeChat shares. */
export const topicPath = (id: string): string => `${PAGES.topic}?id=${encodeURIComponent(id)}`
