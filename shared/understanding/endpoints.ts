import { endpoint } from '../platform/endpoint'
import { itemsOf } from '../platform/schema'
import { ModelParams, ModelView, Understanding, UnderstandMessage } from './schemas'

export const understandingEndpoints = {
  'understanding.read': endpoint({
    method: 'POST',
    path: '/api/understanding',
    summary: 'What a message that is being written seems to be about; nothing of it is kept',
    auth: 'user',
    body: UnderstandMessage,
    output: Understanding,
  }),
  'models.list': endpoint({
    method: 'GET',
    path: '/api/models',
    summary: 'The trained models, newest first; administrators only',
    auth: 'user',
    output: itemsOf(ModelView),
  }),
  'models.activate': endpoint({
    method: 'POST',
    path: '/api/models/:id/activation',
    summary: 'Uses this model from now on, in every process',
    auth: 'user',
    params: ModelParams,
    output: ModelView,
  }),
}
