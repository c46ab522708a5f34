import * as z from 'zod/mini'
import { endpoint } from '../platform/endpoint'
import { Id } from '../platform/schema'
import { AddSupplement, DocketView, SetRetention } from './schemas'

const CaseParams = z.strictObject({ id: Id })

export const archiveEndpoints = {
  'docket.get': endpoint({
    method: 'GET',
    path: '/api/cases/:id/docket',
    summary: "The case's file as it stands: what is in it, with pages",
    auth: 'user',
    params: CaseParams,
    output: DocketView,
  }),
  'docket.document': endpoint({
    method: 'GET',
    path: '/api/cases/:id/docket/document',
    summary: 'The whole file as one Word document',
    auth: 'user',
    params: CaseParams,
    output: 'binary',
  }),
  'docket.zip': endpoint({
    method: 'GET',
    path: '/api/cases/:id/docket/zip',
    summary: 'The file with its attachments and a manifest of SM3 digests',
    auth: 'user',
    params: CaseParams,
    output: 'binary',
  }),
  'docket.supplement': endpoint({
    method: 'POST',
    path: '/api/cases/:id/docket/supplements',
    summary: 'Adds to a file that is frozen, without changing it',
    auth: 'user',
    params: CaseParams,
    body: AddSupplement,
    output: DocketView,
    status: 201,
    key: 'accepted',
  }),
  'docket.retention': endpoint({
    method: 'PUT',
    path: '/api/cases/:id/docket/retention',
    summary: 'How long the file is kept; only before it is frozen',
    auth: 'user',
    params: CaseParams,
    body: SetRetention,
    output: DocketView,
  }),
}
