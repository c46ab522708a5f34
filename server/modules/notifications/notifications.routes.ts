import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import { handlers } from '@server/platform/http/request'
import { markNotifications, markOne } from './commands/mark-notifications'
import { putSettings } from './commands/put-settings'
import { recordSubscriptions } from './commands/record-subscriptions'
import { resendDelivery } from './commands/resend-delivery'
import { seesDeliveries } from './notifications.policy'
import { presentDelivery, presentLedger, presentNotification } from './notifications.presenter'
import { configuredTemplates } from './outgoing'
import { countDeliveries, listDeliveries } from './queries/deliveries'
import { ledgerOf } from './queries/ledger'
import { listNotifications } from './queries/list-notifications'
import { settingsOf } from './queries/settings-of'
import { unread } from './queries/unread'

const done = { ok: true as const }

const refuseOthers = (actor: Actor): void => {
  if (!seesDeliveries(actor)) throw new Forbidden()
}

/** What became of messages, for administrators. */
const deliveryHandlers = () =>
  handlers({
    'deliveries.list': async ({ actor, query }) => {
      refuseOthers(actor)
      const { rows, nextCursor } = await listDeliveries(query)
      return { items: rows.map(presentDelivery), nextCursor }
    },
    'deliveries.count': async ({ actor }) => {
      refuseOthers(actor)
      return countDeliveries()
    },
    'deliveries.resend': async ({ actor, params, body }) =>
      presentDelivery(await resendDelivery({ actor, id: params.id, mayArriveTwice: body.mayArriveTwice })),
  })

/** The handlers of the message list and of WeChat's subscriptions; everybody sees and changes their own only. */
export const notificationHandlers = () => ({
  ...deliveryHandlers(),
  ...handlers({
    'notifications.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listNotifications({ personId: actor.personId, ...query })
      return { items: rows.map(presentNotification), nextCursor }
    },
    'notifications.markRead': async ({ actor, body }) => {
      await markNotifications({ personId: actor.personId, upTo: new Date(body.upTo) })
      return done
    },
    'notifications.markOne': async ({ actor, params }) => {
      await markOne({ personId: actor.personId, id: params.id })
      return done
    },
    'noticeSettings.get': async ({ actor }) => (await settingsOf([actor.personId]))(actor.personId),
    'noticeSettings.put': ({ actor, body }) => putSettings({ actor, settings: body }),
    'unread.get': ({ actor }) => unread(actor),
    'subscriptions.templates': async () => ({ items: configuredTemplates() }),
    'subscriptions.ledger': async ({ actor }) => presentLedger(await ledgerOf(actor.personId)),
    'subscriptions.record': async ({ actor, body, key }) => {
      await recordSubscriptions({ actor, answers: body.answers, key })
      return done
    },
  }),
})
