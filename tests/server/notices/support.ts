import { NoticeModel } from '@server/modules/notices/notice.model'
import { CITY } from '@tests/support/city'
import { aCase } from '@tests/support/factories'
import type { CallOptions, Client, Service } from '@tests/support/service'

type Body = NonNullable<CallOptions<'notices.send'>['body']>

export const aNotice = (over: Partial<Body> = {}): Body => ({
  regionCodes: [CITY.village],
  kinds: [],
  title: '明天停水',
  text: '明天上午八点到十二点检修水管，请提前储水。',
  ...over,
})

/** Residents who live somewhere. */
export const residentsIn = (service: Service, names: string[], regionCode: string): Promise<Client[]> =>
  Promise.all(
    names.map(async (name) => {
      const client = await service.login(name)
      await client.call('home.put', { body: { regionCode } })
      return client
    }),
  )
/** Residents who have brought a complaint in the first grid. */
export const complainers = async (service: Service, names: string[]): Promise<Client[]> => {
  const clients = await Promise.all(names.map((name) => service.login(name)))
  for (const client of clients) await aCase(service, client)
  await service.drain()
  return clients
}

/** What somebody reads of notices. */
export const noticesOf = async (client: Client) =>
  (await client.call('notifications.list', { query: { sort: 'notice', limit: 100 } })).items

/** Checked, told of, and sent. */
export const sendAll = async (service: Service) => {
  for (let round = 0; round < 3; round += 1) await service.catchUp()
}
export const noticeById = (id: string) => NoticeModel.findById(id).lean()
