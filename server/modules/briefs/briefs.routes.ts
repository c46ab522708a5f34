import { createdOr, handlers } from '@server/platform/http/request'
import { presentCard } from './briefs.presenter'
import { addEvidence } from './commands/add-evidence'
import { inviteSigner } from './commands/invite-signer'
import { moveBrief } from './commands/move-brief'
import { removeEvidence } from './commands/remove-evidence'
import { signBrief } from './commands/sign-brief'
import { startBrief } from './commands/start-brief'
import { unsignBrief } from './commands/unsign-brief'
import { writeBrief } from './commands/write-brief'
import { colleaguesFor } from './queries/colleagues'
import { listBriefs } from './queries/list-briefs'
import { previewBrief } from './queries/preview-brief'
import { readBrief, viewBrief } from './queries/view-brief'

const writing = () =>
  handlers({
    'briefs.start': async ({ actor, body, key }) => {
      const { brief, created } = await startBrief({ actor, input: body, key })
      return createdOr(created, await viewBrief({ actor, brief }))
    },
    'briefs.write': async ({ actor, params, body }) =>
      viewBrief({ actor, brief: await writeBrief({ actor, briefId: params.id, input: body }) }),
    'briefs.addEvidence': async ({ actor, params, body, key }) => {
      const { brief, created } = await addEvidence({ actor, briefId: params.id, asked: body, key })
      return createdOr(created, await viewBrief({ actor, brief }))
    },
    'briefs.removeEvidence': async ({ actor, params }) =>
      viewBrief({ actor, brief: await removeEvidence({ actor, briefId: params.id, evidenceId: params.evidenceId }) }),
    'briefs.preview': async ({ actor, params }) => previewBrief({ actor, briefId: params.id }),
  })

const signing = () =>
  handlers({
    'briefs.colleagues': async ({ actor, query }) => colleaguesFor({ actor, regionCode: query.regionCode }),
    'briefs.invite': async ({ actor, params, body }) =>
      viewBrief({ actor, brief: await inviteSigner({ actor, briefId: params.id, memberId: body.memberId }) }),
    'briefs.sign': async ({ actor, params, body }) =>
      viewBrief({ actor, brief: await signBrief({ actor, briefId: params.id, digest: body.digest }) }),
    'briefs.unsign': async ({ actor, params }) => viewBrief({ actor, brief: await unsignBrief({ actor, briefId: params.id }) }),
  })

/** What members write, sign and submit, and what becomes of it. */
export const coreHandlers = () => ({
  ...writing(),
  ...signing(),
  ...handlers({
    'briefs.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listBriefs({ actor, asked: query })
      return { items: rows.map((row) => presentCard(row, actor)), nextCursor }
    },
    'briefs.get': async ({ actor, params }) => readBrief({ actor, briefId: params.id }),
    'briefs.move': async ({ actor, params, body }) =>
      viewBrief({ actor, brief: await moveBrief({ actor, briefId: params.id, input: body }) }),
  }),
})
