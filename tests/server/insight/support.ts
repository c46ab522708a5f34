import { WordingModel } from '@server/modules/opinion/wording.model'
import { ObjectId } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import type { Output } from '@tests/support/client'
import { aCase, place } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'
import { chanceOf, everydayMessage } from '../../../scripts/lib/insight/everyday'

const DAY_MS = 24 * 3600 * 1000

/** Everyday wordings of the last months, each of somebody else: what the stream compares with. */
export const anEverydayPast = async (
  service: Service,
  { count = 160, days = 120, regionCode = CITY.grid as string } = {},
): Promise<void> => {
  const chance = chanceOf(5)
  const now = service.clock.now().getTime()
  const rows = Array.from({ length: count }, (_, i) => {
    const { title, text } = everydayMessage({ chance, serial: i, day: 0 })
    const at = new Date(now - DAY_MS * (days - (i * (days - 1)) / count))
    const who = { caseId: new ObjectId(), personId: `past${i}`, regionCode, kind: 'complaint' as const, category: 'other.other' }
    return { _id: new ObjectId().toHexString(), ...who, at, kept: new ObjectId(), title, text, terms: [] }
  })
  await WordingModel.insertMany(rows)
}

type Place = Parameters<typeof place>[0]
export interface Affair {
  /** Every message says one of these, and all say `about`. */
  about: string
  sentences: readonly string[]
}

export const WATER: Affair = {
  about: '银杏坡水厂送来的自来水发黄有怪味',
  sentences: ['沉一夜盆底一层泥。', '烧开以后还是一股漂白粉味。', '孩子洗澡起了红点。', '大家都在买桶装水做饭。', '水费倒是照收不误。'],
}
export const BUS: Affair = {
  about: '三路公交改道绕开卫生院以后老人看病不便',
  sentences: ['老人要走四十分钟。', '换乘要等半个钟头。', '站牌也没有贴通知。', '请恢复原来的线路。', '下雨天根本走不过去。'],
}

/** Each of some people brings an affair in words of their own; tells their clients and cases. */
export const bring = async (options: { service: Service; affair: Affair; names: readonly string[]; where?: Place }) => {
  const { service, affair, names, where = 'grid' } = options
  const brought: { client: Client; found: Output<'cases.submit'> }[] = []
  for (const [i, name] of names.entries()) {
    const client = await service.login(name)
    const said = `${affair.about}，${affair.sentences[i % affair.sentences.length]}${affair.sentences[(i + 2) % affair.sentences.length]}`
    const found = await aCase(service, client, {
      text: said,
      opinionUse: true,
      location: place(where),
      address: undefined,
      category: 'other.other',
    })
    brought.push({ client, found })
  }
  return brought
}

/** Names of invented people. */
export const people = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`)

/** Tells what happened, and lets the stream follow. */
export const follow = async (service: Service): Promise<void> => {
  await service.drain()
  await service.catchUp()
}

export const signalsFor = async (client: Client, query: object = {}) => (await client.call('signals.list', { query })).items
export const signalAbout = async (client: Client, word: RegExp, query: object = {}) =>
  (await signalsFor(client, query)).find(({ name }) => word.test(name))
