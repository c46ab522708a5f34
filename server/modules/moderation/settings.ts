import type { WeChat } from '@server/platform/wechat'

interface ModerationSettings {
  wechat: Pick<WeChat, 'checkText' | 'checkMedia'>
  /** Where WeChat loads pictures from. */
  publicUrl: string
}

let settings: ModerationSettings | undefined

/** Tells the module whom to ask; to be called once at the start. */
export const configureModeration = (given: ModerationSettings): void => {
  settings = given
}

export const moderationSettings = (): ModerationSettings => {
  if (!settings) throw new Error('configureModeration must be called at the start')
  return settings
}
