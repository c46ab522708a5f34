import { presentWording } from '@server/modules/opinion'
import { handlers } from '@server/platform/http/request'
import { actOnSignal } from './commands/act-on-signal'
import { presentCard, presentMap, presentSignal } from './insight.presenter'
import { getSignal } from './queries/get-signal'
import { listSignals } from './queries/list-signals'
import { mapSignals } from './queries/map-signals'
import { signalWordings } from './queries/signal-wordings'

/** What stands out among what people write. */
export const insightHandlers = () =>
  handlers({
    'signals.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listSignals({ actor, asked: query })
      return { items: rows.map(presentCard), nextCursor }
    },
    'signals.map': async ({ actor, query }) => presentMap(await mapSignals({ actor, asked: query })),
    'signals.get': async ({ actor, params }) => presentSignal(await getSignal({ actor, signalId: params.id }), actor),
    'signals.wordings': async ({ actor, params, query }) => {
      const { rows, nextCursor } = await signalWordings({ actor, signalId: params.id, cursor: query.cursor, limit: query.limit })
      return { items: rows.map((row) => presentWording(row, [])), nextCursor }
    },
    'signals.act': async ({ actor, params, body }) => {
      await actOnSignal({ actor, signalId: params.id, input: body })
      return presentSignal(await getSignal({ actor, signalId: params.id }), actor)
    },
  })
