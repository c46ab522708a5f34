import { logRead, partyNames } from '@server/modules/cases'
import { handlers } from '@server/platform/http/request'
import { moveObligation } from './commands/move-obligation'
import { setJudicial } from './commands/set-judicial'
import { presentJudicial, presentObligation, totalsOf } from './obligations.presenter'
import { judicialOf } from './queries/judicial-of'
import { judicialPaper } from './queries/judicial-paper'
import { loadStanding } from './queries/load-obligations'
import { obligationsOf } from './queries/obligations-of'

/** What agreements promise, and judicial confirmation. */
export const obligationHandlers = () =>
  handlers({
    'obligations.list': async ({ actor, params }) => {
      const standing = await loadStanding({ actor, caseId: params.id })
      const { doc } = standing
      const [obligations, judicial, names] = await Promise.all([obligationsOf(params.id), judicialOf(params.id), partyNames(doc)])
      logRead({ actor, doc, what: 'case' })
      return {
        items: obligations.map((obligation) => presentObligation({ obligation, standing, names })),
        totals: totalsOf(obligations),
        judicial: judicial && presentJudicial(judicial, await judicialPaper(params.id)),
      }
    },
    'obligations.move': async ({ actor, params, body }) => {
      const { obligation, standing } = await moveObligation({ actor, obligationId: params.id, input: body })
      return presentObligation({ obligation, standing, names: await partyNames(standing.doc) })
    },
    'judicial.set': async ({ actor, params, body }) => {
      const judicial = await setJudicial({ actor, caseId: params.id, input: body })
      return presentJudicial(judicial, await judicialPaper(params.id))
    },
  })
