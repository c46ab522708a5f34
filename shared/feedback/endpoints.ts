import * as z from 'zod/mini'
import { endpoint } from '../platform/endpoint'
import { Id, pageOf } from '../platform/schema'
import { FeedbackTask, FeedbackView, FinishTask, GiveFeedback, TaskParams, TaskQuery } from './schemas'

export const feedbackEndpoints = {
  'feedback.give': endpoint({
    method: 'POST',
    path: '/api/cases/:id/feedback',
    summary: 'Rates the result; changes the rating until it is unsealed',
    auth: 'user',
    params: z.strictObject({ id: Id }),
    body: GiveFeedback,
    output: FeedbackView,
    status: 201,
    key: 'accepted',
  }),
  'feedbackTasks.list': endpoint({
    method: 'GET',
    path: '/api/feedback-tasks',
    summary: "Dissatisfied people in the supervisor's regions, to be called",
    auth: 'user',
    query: TaskQuery,
    output: pageOf(FeedbackTask),
  }),
  'feedbackTasks.finish': endpoint({
    method: 'POST',
    path: '/api/feedback-tasks/:id/finish',
    summary: 'Notes what was done about it',
    auth: 'user',
    params: TaskParams,
    body: FinishTask,
    output: FeedbackTask,
  }),
}
