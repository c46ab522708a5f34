import * as z from 'zod/mini'
import { endpoint } from '../platform/endpoint'
import { Id, itemsOf } from '../platform/schema'
import { AssigneeOption, DeskView, MediatorQuery, MediatorView, UpdateDesk } from './schemas'

export const dispatchEndpoints = {
  'mediators.list': endpoint({
    method: 'GET',
    path: '/api/mediators',
    summary: 'Mediators who serve a region, whom a resident may ask for',
    auth: 'user',
    query: MediatorQuery,
    output: itemsOf(MediatorView),
  }),
  'assignees.list': endpoint({
    method: 'GET',
    path: '/api/cases/:id/assignees',
    summary: 'To whom this case can be assigned or passed on',
    auth: 'user',
    params: z.strictObject({ id: Id }),
    output: itemsOf(AssigneeOption),
  }),
  'desk.get': endpoint({ method: 'GET', path: '/api/me/desk', summary: 'What the mediator takes on', auth: 'user', output: DeskView }),
  'desk.update': endpoint({
    method: 'PATCH',
    path: '/api/me/desk',
    summary: 'Changes categories, capacity, or leave',
    auth: 'user',
    body: UpdateDesk,
    output: DeskView,
  }),
}
