/**
 * Notifications: tells people what concerns them, in the app's message list and through WeChat. It hears of everything
 * by events; `configureNotifications` must have been called.
 */
export { sendDue } from './commands/send-due'
export { tellEverybody } from './commands/tell-everybody'
export { notificationListener } from './listener'
export { notificationHandlers } from './notifications.routes'
export { configureNotifications } from './outgoing'
export { countDeliveries } from './queries/deliveries'
export { countTold, countWeChatReach } from './queries/notice-reach'
export { notificationsOfPerson } from './queries/notifications-of-person'
