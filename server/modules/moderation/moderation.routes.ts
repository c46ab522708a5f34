import { handlers } from '@server/platform/http/request'
import { decideCheck } from './commands/decide-check'
import { logCheckReads } from './commands/log-check-reads'
import { presentCheck } from './moderation.presenter'
import { listChecks } from './queries/list-checks'

/** What waits for a person's eyes before others see it. */
export const moderationHandlers = () =>
  handlers({
    'checks.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listChecks({ actor, state: query.state, cursor: query.cursor, limit: query.limit })
      await logCheckReads(actor, rows)
      return { items: rows.map(presentCheck), nextCursor }
    },
    'checks.decide': async ({ actor, params, body }) => {
      const check = await decideCheck({ actor, checkId: params.id, ...body })
      await logCheckReads(actor, [check])
      return presentCheck(check)
    },
  })
