import { answerEndpoints } from './answers/endpoints'
import { archiveEndpoints } from './archive/endpoints'
import { briefEndpoints } from './briefs/endpoints'
import { caseEndpoints } from './cases/endpoints'
import { consultationEndpoints } from './consultations/endpoints'
import { statementEndpoints } from './consultations/opinion'
import { deadlineEndpoints } from './deadlines/endpoints'
import { dispatchEndpoints } from './dispatch/endpoints'
import { routingEndpoints } from './dispatch/routing'
import { duplicateEndpoints } from './duplicates/endpoints'
import { feedbackEndpoints } from './feedback/endpoints'
import { identityEndpoints } from './identity/endpoints'
import { insightEndpoints } from './insight/endpoints'
import { mediationEndpoints } from './mediation/endpoints'
import { moderationEndpoints } from './moderation/endpoints'
import { noticeEndpoints } from './notices/endpoints'
import { notificationEndpoints } from './notifications/endpoints'
import { obligationEndpoints } from './obligations/endpoints'
import { opinionEndpoints } from './opinion/endpoints'
import { paperEndpoints } from './papers/endpoints'
import { fileEndpoints } from './platform/files'
import { regionEndpoints } from './regions/endpoints'
import { supervisionEndpoints } from './supervision/endpoints'
import { understandingEndpoints } from './understanding/endpoints'

/** The one table from which routes, the typed client and OpenAPI are made. */
export const endpoints = {
  ...identityEndpoints,
  ...regionEndpoints,
  ...fileEndpoints,
  ...caseEndpoints,
  ...deadlineEndpoints,
  ...understandingEndpoints,
  ...dispatchEndpoints,
  ...routingEndpoints,
  ...duplicateEndpoints,
  ...supervisionEndpoints,
  ...mediationEndpoints,
  ...feedbackEndpoints,
  ...paperEndpoints,
  ...obligationEndpoints,
  ...archiveEndpoints,
  ...notificationEndpoints,
  ...moderationEndpoints,
  ...noticeEndpoints,
  ...opinionEndpoints,
  ...insightEndpoints,
  ...consultationEndpoints,
  ...statementEndpoints,
  ...briefEndpoints,
  ...answerEndpoints,
} as const

export type Endpoints = typeof endpoints
export type EndpointName = keyof Endpoints
