import * as z from 'zod/mini'
import { endpoint } from '../platform/endpoint'
import { Id } from '../platform/schema'
import { JudicialView, MoveObligation, ObligationParams, ObligationsView, ObligationView, SetJudicial } from './schemas'

const CaseParams = z.strictObject({ id: Id })

export const obligationEndpoints = {
  'obligations.list': endpoint({
    method: 'GET',
    path: '/api/cases/:id/obligations',
    summary: 'What was promised, what was kept, and how long judicial confirmation can be asked for',
    auth: 'user',
    params: CaseParams,
    output: ObligationsView,
  }),
  'obligations.move': endpoint({
    method: 'POST',
    path: '/api/obligations/:id/moves',
    summary: 'Says that it is done (with proof), confirms, disputes, waives, reminds',
    auth: 'user',
    params: ObligationParams,
    body: MoveObligation,
    output: ObligationView,
  }),
  'judicial.set': endpoint({
    method: 'POST',
    path: '/api/cases/:id/judicial-confirmation',
    summary: 'Records how the application to the court stands',
    auth: 'user',
    params: CaseParams,
    body: SetJudicial,
    output: JudicialView,
  }),
}
