import { CheckModel } from '@server/modules/moderation/check.model'
import { DOUBLE_PUSH } from '@tests/support/double'
import { complaint } from '@tests/support/factories'
import type { CallOptions, Client, Service } from '@tests/support/service'

type Body = NonNullable<CallOptions<'cases.submit'>['body']>

/** A hazard whose author allows that others read of it. */
export const aPublicHazard = (client: Client, over: Partial<Body> = {}) =>
  client.call('cases.submit', {
    body: complaint({ kind: 'hazard', text: '桥头护栏断了两根，孩子放学都从这里走。', opinionUse: true, ...over }),
  })

/** The parts of a subject as they stand. */
export const partsOf = (id: string) => CheckModel.find({ 'subject.id': id }).sort({ part: 1 }).lean()
export const statesOf = async (id: string) => (await partsOf(id)).map(({ state }) => state)

/** Told of, then asked about. */
export const askWeChat = async (service: Service) => {
  await service.drain()
  await service.catchUp()
}

export const SECRETS = { ...DOUBLE_PUSH, appId: 'wx-test' }
