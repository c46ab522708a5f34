/** A subscription message as somebody's telephone would show it. */
export interface Message {
  touser: string
  template_id: string
  page: string
  data: Record<string, { value: string }>
  at: string
}
export interface LedgerSnapshot {
  acceptances: [key: string, left: number][]
  messages: Message[]
}

/** In memory; of these the latest outlast a restart. */
const KEPT_MESSAGES = 20_000
const STORED_MESSAGES = 2000
const keyOf = (openid: string, templateId: string) => `${openid} ${templateId}`

/**
 * Who accepted how many messages of which template, and what arrived. Somebody for whom nothing was recorded takes
 * every message, as with the long-term subscriptions of government services; a recorded number is used up one by one.
 */
export const createLedger = (stored: LedgerSnapshot) => {
  const acceptances = new Map(stored.acceptances)
  let messages = [...stored.messages]
  return {
    accept: (openid: string, templateId: string, count: number) => {
      acceptances.set(keyOf(openid, templateId), count)
    },
    /** False when the person has no acceptance left. */
    deliver: (message: Message): boolean => {
      const key = keyOf(message.touser, message.template_id)
      const left = acceptances.get(key)
      if (left !== undefined && left < 1) return false
      if (left !== undefined) acceptances.set(key, left - 1)
      messages.push(message)
      if (messages.length > KEPT_MESSAGES * 1.2) messages = messages.slice(-KEPT_MESSAGES)
      return true
    },
    messagesOf: (openid?: string) => (openid === undefined ? messages : messages.filter((message) => message.touser === openid)),
    snapshot: (): LedgerSnapshot => ({ acceptances: [...acceptances], messages: messages.slice(-STORED_MESSAGES) }),
  }
}
