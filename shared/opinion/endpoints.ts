import { endpoint } from '../platform/endpoint'
import { pageOf } from '../platform/schema'
import { OpinionQuery, Summary, Wording, WordingQuery } from './schemas'

export const opinionEndpoints = {
  'opinion.summary': endpoint({
    method: 'GET',
    path: '/api/opinion/summary',
    summary: 'What people bring, in numbers',
    auth: 'user',
    query: OpinionQuery,
    output: Summary,
  }),
  'opinion.wordings': endpoint({
    method: 'GET',
    path: '/api/opinion/wordings',
    summary: 'De-identified wording whose authors allowed it; every display is logged',
    auth: 'user',
    query: WordingQuery,
    output: pageOf(Wording),
  }),
  'opinion.export': endpoint({
    method: 'GET',
    path: '/api/opinion/export',
    summary: 'Numbers and wording as XLSX',
    auth: 'user',
    query: OpinionQuery,
    output: 'binary',
  }),
}
