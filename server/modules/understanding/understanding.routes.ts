import { handlers } from '@server/platform/http/request'
import { activateModel } from './commands/activate-model'
import { listModels } from './queries/list-models'
import { readMessage } from './queries/read-message'
import { presentModel } from './understanding.presenter'

/** The handlers of the understanding part of the contract. */
export const understandingHandlers = () =>
  handlers({
    'understanding.read': async ({ body }) => readMessage(body),
    'models.list': async ({ actor }) => ({ items: (await listModels({ actor })).map(presentModel) }),
    'models.activate': async ({ actor, params }) => presentModel(await activateModel({ actor, modelId: params.id })),
  })
