import { CATEGORIES, suitsKind } from '@shared/cases/categories'
import { WayView } from '@shared/cases/schemas'
import { CASE_KINDS } from '@shared/cases/words'
import { waysOn } from '@shared/dispatch/ways'
import { CITY } from '@tests/support/city'
import { aCase, aDispute } from '@tests/support/factories'
import { aService, type Service } from '@tests/support/service'

const place = { county: '东河县', township: '柳溪镇' }
const codes = (category: string, kind: (typeof CASE_KINDS)[number] = 'dispute') =>
  waysOn({ kind, category, ...place }).map((way) => way.code)

describe('the legal ways on', () => {
  test('exist for every kind and category, each with where, what, by when and the law', () => {
    for (const top of CATEGORIES)
      for (const category of [top.code, ...top.children.map((child) => child.code)])
        for (const kind of CASE_KINDS.filter((one) => suitsKind(category, one)))
          for (const names of [place, { county: null, township: null }]) {
            const ways = waysOn({ kind, category, ...names })
            expect(ways.length).toBeGreaterThan(1)
            expect(new Set(ways.map((way) => way.code)).size).toBe(ways.length)
            for (const way of ways) {
              expect(WayView.safeParse(way).success).toBe(true)
              expect(Object.values(way).every((text) => text.length > 1 && !/null|undefined/.test(text))).toBe(true)
              expect(way.law).toMatch(/^《/)
            }
          }
  })

  test('lead workers to arbitration first, and say how long the court is open', () => {
    const ways = waysOn({ kind: 'dispute', category: 'labour.wage', ...place })
    expect(ways[0]).toMatchObject({ code: 'labourArbitration', where: '东河县劳动人事争议仲裁委员会' })
    expect(ways[0]?.until).toContain('一年')
    expect(ways.find((way) => way.code === 'court')?.until).toContain('十五日')
  })

  test('fit the dispute: land, neighbours, families, traffic, consumers', () => {
    expect(codes('land.contract')).toEqual(['landArbitration', 'court', 'legalAid'])
    expect(codes('land.boundary')).toEqual(['landOwnership', 'court', 'legalAid'])
    expect(codes('neighbour.leak')).toEqual(['court', 'legalAid'])
    expect(codes('family.support')).toEqual(['protectionOrder', 'court', 'legalAid'])
    expect(codes('traffic.accident')).toEqual(['trafficPolice', 'court', 'legalAid'])
    expect(codes('consumer.prepaid')).toEqual(['consumerComplaint', 'arbitration', 'court', 'legalAid'])
    expect(waysOn({ kind: 'dispute', category: 'contract.loan', ...place }).find((way) => way.code === 'court')?.until).toContain('三年')
  })

  test('are no court cases for complaints about offices, but review', () => {
    expect(codes('government.certificate', 'complaint')).toEqual(['administrativeReview', 'administrativeCourt', 'petition', 'legalAid'])
  })
})

describe('the ways of a case', () => {
  let service: Service
  beforeAll(async () => {
    service = await aService()
  })
  afterAll(() => service?.close())

  test('name the offices of its county, for whoever may see it', async () => {
    const resident = await service.login('关小梅')
    const found = await aDispute(service, resident, { category: 'labour.wage' })
    const { items } = await resident.call('ways.list', { params: { id: found.id } })
    expect(items.map((way) => way.where).join()).toContain('东河县人民法院')
    expect(items.map((way) => way.where).join()).toContain('东河县人力资源和社会保障局')
    const stranger = await service.login('外人')
    expect((await stranger.raw('GET', `/api/cases/${found.id}/ways`)).status).toBe(404)
    const wide = await aCase(service, resident, { location: undefined, regionCode: CITY.city, category: 'environment.air' })
    const ways = await resident.call('ways.list', { params: { id: wide.id } })
    expect(ways.items.map((way) => way.code)).toEqual(['petition', 'legalAid'])
  })
})
