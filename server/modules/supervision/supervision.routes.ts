import { activateRules, mayReadRules, maySetRules } from '@server/modules/deadlines'
import { Forbidden } from '@server/platform/errors'
import { createdOr, handlers } from '@server/platform/http/request'
import { askExtension } from './commands/ask-extension'
import { decideExtension } from './commands/decide-extension'
import { judgeSupervision } from './commands/judge-supervision'
import { replySupervision } from './commands/reply-supervision'
import { startSupervision } from './commands/start-supervision'
import { presentExtension } from './extensions.presenter'
import { countLights } from './queries/count-lights'
import { extensionsOf, listExtensions } from './queries/find-extensions'
import { listSupervisions, supervisionsOf } from './queries/find-supervisions'
import { rulesEffect } from './queries/rules-effect'
import { presentSupervision } from './supervisions.presenter'

const extensionHandlers = () =>
  handlers({
    'extensions.ask': async ({ actor, params, body, key }) => {
      const { created, ...row } = await askExtension({ actor, caseId: params.id, body, key })
      return createdOr(created, presentExtension(row, actor))
    },
    'extensions.forCase': async ({ actor, params }) => ({
      items: (await extensionsOf({ actor, caseId: params.id })).map((row) => presentExtension(row, actor)),
    }),
    'extensions.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listExtensions({ actor, state: query.state, cursor: query.cursor, limit: query.limit })
      return { items: rows.map((row) => presentExtension(row, actor)), nextCursor }
    },
    'extensions.decide': async ({ actor, params, body }) =>
      presentExtension(await decideExtension({ actor, extensionId: params.id, body }), actor),
  })

const questionHandlers = () =>
  handlers({
    'supervisions.start': async ({ actor, params, body, key }) => {
      const { created, ...row } = await startSupervision({ actor, caseId: params.id, body, key })
      return createdOr(created, presentSupervision(row, actor))
    },
    'supervisions.forCase': async ({ actor, params }) => ({
      items: (await supervisionsOf({ actor, caseId: params.id })).map((row) => presentSupervision(row, actor)),
    }),
    'supervisions.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listSupervisions({ actor, query })
      return { items: rows.map((row) => presentSupervision(row, actor)), nextCursor }
    },
    'supervisions.reply': async ({ actor, params, body }) =>
      presentSupervision(await replySupervision({ actor, supervisionId: params.id, text: body.text }), actor),
    'supervisions.judge': async ({ actor, params, body }) =>
      presentSupervision(await judgeSupervision({ actor, supervisionId: params.id, body }), actor),
  })

const ruleHandlers = () =>
  handlers({
    'deadlineRules.effect': ({ actor, params }) => {
      if (!mayReadRules(actor)) throw new Forbidden()
      return rulesEffect(params.id)
    },
    'deadlineRules.activate': async ({ actor, params, body }) => {
      if (!maySetRules(actor)) throw new Forbidden('时限规则由市综治中心和市级管理员设定')
      const { version, touching = false } = await activateRules({ id: params.id, touchOpen: body.touchOpen })
      return { version, touching }
    },
    'lights.count': async ({ actor }) => ({ items: await countLights({ actor }) }),
  })

/** The handlers of the supervision part of the contract. */
export const supervisionHandlers = () => ({ ...extensionHandlers(), ...questionHandlers(), ...ruleHandlers() })
