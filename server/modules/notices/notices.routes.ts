import { homeOf, setHome } from '@server/modules/identity'
import { createdOr, handlers } from '@server/platform/http/request'
import { allowedAudience, sendNotice } from './commands/send-notice'
import { withdrawNotice } from './commands/withdraw-notice'
import { presentNotice } from './notices.presenter'
import { listNotices } from './queries/list-notices'
import { reachOf } from './queries/reach-of'

/** Targeted notices, and where residents say that they live. */
export const noticeHandlers = () =>
  handlers({
    'notices.preview': async ({ actor, body }) => reachOf(allowedAudience(actor, body)),
    'notices.send': async ({ actor, body, key }) => {
      const { notice, created } = await sendNotice({ actor, input: body, key })
      return createdOr(created, presentNotice(notice))
    },
    'notices.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listNotices({ actor, cursor: query.cursor, limit: query.limit })
      return { items: rows.map(presentNotice), nextCursor }
    },
    'notices.withdraw': async ({ actor, params }) => presentNotice(await withdrawNotice({ actor, noticeId: params.id })),
    'home.get': async ({ actor }) => ({ regionCode: await homeOf(actor.personId) }),
    'home.put': async ({ actor, body }) => {
      await setHome({ actor, regionCode: body.regionCode, field: 'regionCode' })
      return { regionCode: body.regionCode }
    },
  })
