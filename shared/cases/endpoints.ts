import * as z from 'zod/mini'
import { endpoint } from '../platform/endpoint'
import { Done, Id, itemsOf, PageQuery, pageOf } from '../platform/schema'
import {
  AnswerPartyInvitation,
  AnswerQuestion,
  AskContributor,
  CaseItem,
  CaseView,
  CategoryView,
  GetCaseQuery,
  InviteParty,
  ListCases,
  ListMessages,
  MarkRead,
  MessageView,
  MoveCase,
  PartyInvitation,
  PartyInvitationAnswered,
  PartyParams,
  QuestionParams,
  ReadView,
  SendMessage,
  SubmitCase,
} from './schemas'

const CaseParams = z.strictObject({ id: Id })

export const caseEndpoints = {
  'categories.list': endpoint({ method: 'GET', path: '/api/categories', summary: 'What a case can be about, in two levels', auth: 'none', output: itemsOf(CategoryView) }),
  'cases.submit': endpoint({ method: 'POST', path: '/api/cases', summary: 'Files a case and routes it', auth: 'user', body: SubmitCase, output: CaseView, status: 201, key: 'required' }),
  'cases.list': endpoint({ method: 'GET', path: '/api/cases', summary: 'Cases: mine (newest first), inbox (nearest deadline first), or of a region', auth: 'user', query: ListCases, output: pageOf(CaseItem) }),
  'cases.get': endpoint({ method: 'GET', path: '/api/cases/:id', summary: 'A case, as far as the reader may see it', auth: 'user', params: CaseParams, query: GetCaseQuery, output: CaseView }),
  'cases.move': endpoint({ method: 'POST', path: '/api/cases/:id/moves', summary: 'Moves a case one permitted step', auth: 'user', params: CaseParams, body: MoveCase, output: CaseView }),
  'cases.reads': endpoint({ method: 'GET', path: '/api/cases/:id/reads', summary: 'Who of the staff has read the case', auth: 'user', params: CaseParams, query: z.strictObject(PageQuery), output: pageOf(ReadView) }),
  'messages.list': endpoint({ method: 'GET', path: '/api/cases/:id/messages', summary: 'Messages in the rooms that the reader is in, newest first', auth: 'user', params: CaseParams, query: ListMessages, output: pageOf(MessageView) }),
  'messages.send': endpoint({ method: 'POST', path: '/api/cases/:id/messages', summary: 'Says something in a room', auth: 'user', params: CaseParams, body: SendMessage, output: MessageView, status: 201, key: 'accepted' }),
  'messages.markRead': endpoint({ method: 'POST', path: '/api/cases/:id/messages/read', summary: 'Remembers how far the reader has read', auth: 'user', params: CaseParams, body: MarkRead, output: Done }),
  'parties.invite': endpoint({ method: 'POST', path: '/api/cases/:id/invitations', summary: 'A one-time invitation for the respondent, a representative or a helper', auth: 'user', params: CaseParams, body: InviteParty, output: PartyInvitation, status: 201, key: 'accepted' }),
  'parties.answer': endpoint({ method: 'POST', path: '/api/party-invitations/answer', summary: 'The invited person agrees or declines', auth: 'user', body: AnswerPartyInvitation, output: PartyInvitationAnswered }),
  'parties.revoke': endpoint({ method: 'DELETE', path: '/api/cases/:id/parties/:partyId', summary: 'Takes a helper or representative off the case', auth: 'user', params: PartyParams, output: CaseView }),
  'contributors.ask': endpoint({ method: 'POST', path: '/api/cases/:id/questions', summary: 'Asks another organisation or person to help', auth: 'user', params: CaseParams, body: AskContributor, output: CaseView, status: 201, key: 'accepted' }),
  'contributors.answer': endpoint({ method: 'POST', path: '/api/cases/:id/questions/:questionId/answer', summary: 'Answers what was asked', auth: 'user', params: QuestionParams, body: AnswerQuestion, output: CaseView }),
}
