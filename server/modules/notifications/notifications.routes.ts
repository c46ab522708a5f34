import { handlers } from '@server/platform/http/request'
import { markNotifications } from './commands/mark-notifications'
import { recordSubscriptions } from './commands/record-subscriptions'
import { presentNotification } from './notifications.presenter'
import { configuredTemplates } from './outgoing'
import { listNotifications } from './queries/list-notifications'
import { unread } from './queries/unread'

/** The handlers of the message list and of WeChat's subscriptions; everybody sees and changes their own only. */
export const notificationHandlers = () =>
  handlers({
    'notifications.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listNotifications({ personId: actor.personId, limit: query.limit, cursor: query.cursor })
      return { items: rows.map(presentNotification), nextCursor }
    },
    'notifications.markRead': async ({ actor, body }) => {
      await markNotifications({ personId: actor.personId, upTo: new Date(body.upTo) })
      return { ok: true as const }
    },
    'unread.get': ({ actor }) => unread(actor),
    'subscriptions.templates': async () => ({ items: configuredTemplates() }),
    'subscriptions.record': async ({ actor, body, key }) => {
      await recordSubscriptions({ actor, answers: body.answers, key })
      return { ok: true as const }
    },
  })
