import type { WeChat } from '@server/platform/wechat'
import { TEMPLATES, type TemplateName } from '@shared/notifications/schemas'

export interface NotificationSettings {
  wechat: Pick<WeChat, 'sendSubscribe'>
  /** Template ids at WeChat, by name. */
  templates: Record<string, string>
  /** The double takes any id: templates without one go by their names. */
  double: boolean
}

let settings: NotificationSettings | undefined

/** Tells the module how messages leave the house; to be called once at the start. */
export const configureNotifications = (given: NotificationSettings): void => {
  settings = given
}

/** WeChat, as messages need it. */
export const outgoing = (): NotificationSettings['wechat'] => {
  if (!settings) throw new Error('configureNotifications must be called at the start')
  return settings.wechat
}

/** The id of a template at WeChat; undefined when it is not configured. */
export const templateId = (name: TemplateName): string | undefined => settings?.templates[name] ?? (settings?.double ? name : undefined)

/** The templates that can be sent, with their ids. */
export const configuredTemplates = (): { template: TemplateName; id: string }[] =>
  TEMPLATES.flatMap((template) => {
    const id = templateId(template)
    return id === undefined ? [] : [{ template, id }]
  })
