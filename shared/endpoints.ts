import { archiveEndpoints } from './archive/endpoints'
import { caseEndpoints } from './cases/endpoints'
import { deadlineEndpoints } from './deadlines/endpoints'
import { dispatchEndpoints } from './dispatch/endpoints'
import { feedbackEndpoints } from './feedback/endpoints'
import { identityEndpoints } from './identity/endpoints'
import { mediationEndpoints } from './mediation/endpoints'
import { notificationEndpoints } from './notifications/endpoints'
import { obligationEndpoints } from './obligations/endpoints'
import { opinionEndpoints } from './opinion/endpoints'
import { paperEndpoints } from './papers/endpoints'
import { fileEndpoints } from './platform/files'
import { regionEndpoints } from './regions/endpoints'

/** The one table from which routes, the typed client and OpenAPI are made. */
export const endpoints = {
  ...identityEndpoints,
  ...regionEndpoints,
  ...fileEndpoints,
  ...caseEndpoints,
  ...deadlineEndpoints,
  ...dispatchEndpoints,
  ...mediationEndpoints,
  ...feedbackEndpoints,
  ...paperEndpoints,
  ...obligationEndpoints,
  ...archiveEndpoints,
  ...notificationEndpoints,
  ...opinionEndpoints,
} as const

export type Endpoints = typeof endpoints
export type EndpointName = keyof Endpoints
