import { endpoint } from '../platform/endpoint'
import { pageOf } from '../platform/schema'
import { AnswerCard, AnswerDraft, AnswerPage, AnswerParams, ListAnswers, ListDrafts, MoveAnswer, WriteAnswer } from './schemas'

export const answerEndpoints = {
  'answers.list': endpoint({
    method: 'GET',
    path: '/api/answers',
    summary: 'What became of what people raised, by region; for everybody',
    auth: 'none',
    query: ListAnswers,
    output: AnswerPage,
  }),
  'answers.drafts': endpoint({
    method: 'GET',
    path: '/api/answers/drafts',
    summary: 'Answers that the office writes, publishes or has taken back',
    auth: 'user',
    query: ListDrafts,
    output: pageOf(AnswerDraft),
  }),
  'answers.draft': endpoint({
    method: 'GET',
    path: '/api/answers/drafts/:id',
    summary: 'One answer, as the office sees it',
    auth: 'user',
    params: AnswerParams,
    output: AnswerDraft,
  }),
  'answers.get': endpoint({
    method: 'GET',
    path: '/api/answers/:id',
    summary: 'One answer; for everybody',
    auth: 'none',
    params: AnswerParams,
    output: AnswerCard,
  }),
  'answers.write': endpoint({
    method: 'PUT',
    path: '/api/answers/drafts/:id',
    summary: 'Writes an answer',
    auth: 'user',
    params: AnswerParams,
    body: WriteAnswer,
    output: AnswerDraft,
  }),
  'answers.move': endpoint({
    method: 'POST',
    path: '/api/answers/drafts/:id/moves',
    summary: 'Publishes an answer, or takes it back',
    auth: 'user',
    params: AnswerParams,
    body: MoveAnswer,
    output: AnswerDraft,
  }),
}
