import { CITY, POINTS } from './city'
import type { CallOptions, Output } from './client'
import type { Client, Service, StaffOptions } from './service'

type SubmitBody = NonNullable<CallOptions<'cases.submit'>['body']>
export type CaseView = Output<'cases.submit'>

const at = (name: keyof typeof POINTS) => ({ type: 'Point' as const, coordinates: [...POINTS[name]] as [number, number] })

/** A location in one of the city's grids. */
export const place = at

/** A complaint that may be submitted as it is. */
export const complaint = (over: Partial<SubmitBody> = {}): SubmitBody => ({
  kind: 'complaint',
  text: '楼下路灯坏了一个多星期，晚上老人出门看不清路，请帮忙修一修。',
  location: at('grid'),
  address: '桥头村三组路口',
  ...over,
})
/** A dispute between neighbours. */
export const dispute = (over: Partial<SubmitBody> = {}): SubmitBody => ({
  kind: 'dispute',
  text: '邻居加盖的雨棚把水排到我家院墙，墙脚一直泡着，说了几次没有谈拢。',
  location: at('grid'),
  respondent: { name: '老钱', phone: '13900000001' },
  ...over,
})

/** Submits a complaint in the first grid. */
export const aCase = (_service: Service, client: Client, over: Partial<SubmitBody> = {}): Promise<CaseView> =>
  client.call('cases.submit', { body: complaint(over) })
/** Submits a dispute in the first grid. */
export const aDispute = (_service: Service, client: Client, over: Partial<SubmitBody> = {}): Promise<CaseView> =>
  client.call('cases.submit', { body: dispute(over) })

export interface MediatorOptions extends StaffOptions {
  /** Served regions; the region of the role by default. */
  regionCodes?: string[]
  /** Served categories; all by default. */
  categories?: string[]
  capacity?: number
}
/** A mediator of the village's committee, with a desk. */
export const aMediator = async (service: Service, options: MediatorOptions = {}): Promise<Client> => {
  const { seedDesk } = await import('@server/modules/dispatch')
  const { regionCode = CITY.village, regionCodes = [regionCode], categories, capacity, ...staff } = options
  const organisationId = staff.organisationId ?? service.city.organisations.committee
  const client = await service.staff('mediator', { ...staff, regionCode, organisationId })
  await seedDesk({ personId: client.personId, name: client.user.name, organisationId, regionCodes, categories, capacity })
  return client
}
