import type { TemplateName } from '@shared/notifications/schemas'
import Taro from '@tarojs/taro'
import { call } from './request'

type Answer = 'accept' | 'reject' | 'ban' | 'filter'
const ANSWERS: readonly string[] = ['accept', 'reject', 'ban', 'filter']

let ready: { template: TemplateName; id: string }[] = []

/** Loads the template ids ahead: WeChat only lets a tap itself ask, so nothing may be awaited in between. */
export const prepareSubscriptions = (): void => {
  if (process.env.TARO_ENV !== 'weapp' || ready.length > 0) return
  call('subscriptions.templates', {}).then(
    ({ items }) => {
      ready = items
    },
    () => undefined,
  )
}

/**
 * From a tap: asks WeChat whether it may send these kinds of messages (three at most) and records the answers,
 * one acceptance for one message. Does nothing in a browser; never throws, as the tap's own work must go on.
 */
export const askSubscriptions = async (wanted: readonly TemplateName[]): Promise<void> => {
  if (process.env.TARO_ENV !== 'weapp') return
  const asked = ready.filter(({ template }) => wanted.includes(template)).slice(0, 3)
  if (asked.length === 0) return prepareSubscriptions()
  try {
    const answered = (await Taro.requestSubscribeMessage({ tmplIds: asked.map(({ id }) => id), entityIds: [] })) as unknown as Record<
      string,
      string
    >
    const answers = asked.flatMap(({ template, id }) => {
      const answer = answered[id]
      return answer && ANSWERS.includes(answer) ? [{ template, answer: answer as Answer }] : []
    })
    if (answers.length > 0) await call('subscriptions.record', { body: { answers } })
  } catch {
    // refused or away: the message list in the app has everything anyway
  }
}
