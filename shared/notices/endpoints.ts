import { endpoint } from '../platform/endpoint'
import { pageOf } from '../platform/schema'
import { HomeRegion, ListNotices, NoticeParams, NoticeReach, NoticeView, PreviewNotice, SendNotice } from './schemas'

export const noticeEndpoints = {
  'notices.preview': endpoint({
    method: 'POST',
    path: '/api/notices/preview',
    summary: 'How many people a notice would reach; dispatchers, administrators and the CPPCC office within their regions',
    auth: 'user',
    body: PreviewNotice,
    output: NoticeReach,
  }),
  'notices.send': endpoint({
    method: 'POST',
    path: '/api/notices',
    summary: 'Sends a notice, after its words have been checked',
    auth: 'user',
    body: SendNotice,
    output: NoticeView,
    status: 201,
    key: 'required',
  }),
  'notices.list': endpoint({
    method: 'GET',
    path: '/api/notices',
    summary: "Notices of the actor's regions, newest first",
    auth: 'user',
    query: ListNotices,
    output: pageOf(NoticeView),
  }),
  'notices.withdraw': endpoint({
    method: 'POST',
    path: '/api/notices/:id/withdrawal',
    summary: 'Takes back a notice that has not been sent',
    auth: 'user',
    params: NoticeParams,
    output: NoticeView,
  }),
  'home.get': endpoint({
    method: 'GET',
    path: '/api/me/home-region',
    summary: 'Where the user lives, for notices',
    auth: 'user',
    output: HomeRegion,
  }),
  'home.put': endpoint({
    method: 'PUT',
    path: '/api/me/home-region',
    summary: 'Says where one lives, or no more',
    auth: 'user',
    body: HomeRegion,
    output: HomeRegion,
  }),
}
