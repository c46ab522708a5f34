import { toLocalIso } from '@server/modules/deadlines'
import type { ModelView } from '@shared/understanding/schemas'
import type { ModelHead } from './model.model'

/** A model as administrators see it. */
export const presentModel = (head: ModelHead): ModelView => ({
  id: head._id.toHexString(),
  version: head.version,
  active: head.active === true,
  trainedAt: toLocalIso(head.trainedAt),
  messages: head.messages,
  corrected: head.corrected,
  labels: head.labels,
  bytes: head.size,
  macroF1: head.macroF1,
  accuracy: head.accuracy,
})
