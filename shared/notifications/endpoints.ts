import { endpoint } from '../platform/endpoint'
import { Done, pageOf } from '../platform/schema'
import { ListNotifications, MarkNotifications, NotificationView, RecordSubscriptions, SubscriptionTemplates, Unread } from './schemas'

export const notificationEndpoints = {
  'notifications.list': endpoint({
    method: 'GET',
    path: '/api/notifications',
    summary: "The user's message list, newest first",
    auth: 'user',
    query: ListNotifications,
    output: pageOf(NotificationView),
  }),
  'notifications.markRead': endpoint({
    method: 'POST',
    path: '/api/notifications/read',
    summary: 'Marks everything up to an instant as read',
    auth: 'user',
    body: MarkNotifications,
    output: Done,
  }),
  'unread.get': endpoint({ method: 'GET', path: '/api/me/unread', summary: 'How much is unread, and where', auth: 'user', output: Unread }),
  'subscriptions.templates': endpoint({
    method: 'GET',
    path: '/api/subscriptions',
    summary: 'Template ids to ask WeChat about',
    auth: 'user',
    output: SubscriptionTemplates,
  }),
  'subscriptions.record': endpoint({
    method: 'POST',
    path: '/api/subscriptions',
    summary: 'Records what the user answered to WeChat',
    auth: 'user',
    body: RecordSubscriptions,
    output: Done,
    key: 'accepted',
  }),
}
