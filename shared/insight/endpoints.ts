import { Wording } from '../opinion/schemas'
import { endpoint } from '../platform/endpoint'
import { pageOf } from '../platform/schema'
import { ActOnSignal, ListSignals, ListSignalWordings, SignalCard, SignalMap, SignalMapQuery, SignalParams, SignalView } from './schemas'

export const insightEndpoints = {
  'signals.list': endpoint({
    method: 'GET',
    path: '/api/signals',
    summary: 'What stands out among what people write, the weightiest first; CPPCC members, their office and governance centres',
    auth: 'user',
    query: ListSignals,
    output: pageOf(SignalCard),
  }),
  'signals.map': endpoint({
    method: 'GET',
    path: '/api/signals/map',
    summary: 'Signals by region, one level down',
    auth: 'user',
    query: SignalMapQuery,
    output: SignalMap,
  }),
  'signals.get': endpoint({
    method: 'GET',
    path: '/api/signals/:id',
    summary: 'A signal with the numbers behind it',
    auth: 'user',
    params: SignalParams,
    output: SignalView,
  }),
  'signals.wordings': endpoint({
    method: 'GET',
    path: '/api/signals/:id/wordings',
    summary: 'The de-identified wording that a signal rests on; every display is logged',
    auth: 'user',
    params: SignalParams,
    query: ListSignalWordings,
    output: pageOf(Wording),
  }),
  'signals.act': endpoint({
    method: 'POST',
    path: '/api/signals/:id/actions',
    summary: 'Renames, mutes, merges or splits; what is done is learned',
    auth: 'user',
    params: SignalParams,
    body: ActOnSignal,
    output: SignalView,
  }),
}
