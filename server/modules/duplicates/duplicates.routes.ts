import { createdOr, handlers } from '@server/platform/http/request'
import { dismissPair } from './commands/dismiss-pair'
import { tellLinked } from './commands/tell-linked'
import { presentLinked, presentNearby, presentPair } from './duplicates.presenter'
import { findNearby } from './queries/find-nearby'
import { listLinked } from './queries/list-linked'
import { listPairs, pairsOfCase } from './queries/load-pairs'

/** The handlers of the duplicates part of the contract. */
export const duplicateHandlers = () =>
  handlers({
    'duplicates.nearby': async ({ body }) => ({ items: (await findNearby(body)).map(presentNearby) }),
    'duplicates.forCase': async ({ actor, params }) => ({
      items: (await pairsOfCase({ actor, caseId: params.id })).map(presentPair),
    }),
    'duplicates.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listPairs({ actor, state: query.state, cursor: query.cursor, limit: query.limit })
      return { items: rows.map(presentPair), nextCursor }
    },
    'duplicates.dismiss': async ({ actor, params }) => presentPair(await dismissPair({ actor, pairId: params.id })),
    'linked.list': async ({ actor, params }) => ({
      items: (await listLinked({ actor, caseId: params.id })).map(presentLinked),
    }),
    'linked.tell': async ({ actor, params, body, key }) => {
      const { told, created } = await tellLinked({ actor, caseId: params.id, text: body.text, key })
      return createdOr(created, { told })
    },
  })
