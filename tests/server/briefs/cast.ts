import { CITY } from '@tests/support/city'
import type { Client, Service } from '@tests/support/service'

/** Everybody who has to do with a brief of the county. */
export interface Cast {
  author: Client
  signer: Client
  office: Client
  department: Client
  resident: Client
}

export const aCast = async (service: Service): Promise<Cast> => ({
  author: await service.staff('cppccMember', { name: '委员老梁' }),
  signer: await service.staff('cppccMember', { name: '委员小郑' }),
  office: await service.staff('cppccOffice', { name: '办公室小何', regionCode: CITY.county }),
  department: await service.staff('department', { name: '科员小丁' }),
  resident: await service.login('居民阿芳'),
})

const DAY = 24 * 3_600_000
export const inDays = (service: Service, days: number): string => new Date(service.clock.now().getTime() + days * DAY).toISOString()

/** What somebody has been told, by title, the newest first. */
export const toldTo = async (client: Client): Promise<{ title: string; text: string; page: string }[]> =>
  (await client.call('notifications.list', { query: { limit: 100 } })).items
