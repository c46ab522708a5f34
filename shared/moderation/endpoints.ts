import { endpoint } from '../platform/endpoint'
import { pageOf } from '../platform/schema'
import { CheckParams, CheckView, DecideCheck, ListChecks } from './schemas'

export const moderationEndpoints = {
  'checks.list': endpoint({
    method: 'GET',
    path: '/api/checks',
    summary: "What waits for a person's eyes before others see it, in the dispatcher's regions",
    auth: 'user',
    query: ListChecks,
    output: pageOf(CheckView),
  }),
  'checks.decide': endpoint({
    method: 'POST',
    path: '/api/checks/:id/decision',
    summary: 'Lets it be seen, or refuses it with the reason; once',
    auth: 'user',
    params: CheckParams,
    body: DecideCheck,
    output: CheckView,
  }),
}
