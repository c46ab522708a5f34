import {
  centreFor,
  createPerson,
  onRoleChange,
  openidsOf,
  personHolds,
  personNames,
  type RoleChange,
  seedAccount,
  seedOrganisation,
  staffInOrganisation,
  staffOf,
} from '@server/modules/identity'
import { database, inTransaction } from '@server/platform/database'
import { newWrappedKey, openIdentifier, sealIdentifier } from '@server/platform/seal'
import { CITY } from '@tests/support/city'
import { aService, openidOf, type Service } from '@tests/support/service'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service.close())

describe('people without accounts', () => {
  it('with the same reference are one person, also when ten ask at once', async () => {
    const ref = { scope: 'letters-2024', ref: 'writer-17' }
    const ids = await Promise.all(Array.from({ length: 10 }, () => createPerson({ name: '来信人', ref })))
    expect(new Set(ids).size).toBe(1)
    expect(await createPerson({ name: '换了称呼', ref })).toBe(ids[0])
    expect(await createPerson({ name: '来信人', ref: { ...ref, scope: 'letters-2025' } })).not.toBe(ids[0])
    expect((await personNames([ids[0] ?? '', 'nobody'])).get(ids[0] ?? '')).toBe('来信人')
  })

  it('made in a transaction that fails do not exist', async () => {
    let personId = ''
    const failing = inTransaction(async (session) => {
      personId = await createPerson({ name: '没成的人', phone: '13300001111', session })
      throw new Error('the rest failed')
    })
    await expect(failing).rejects.toThrow('the rest failed')
    expect((await personNames([personId])).size).toBe(0)
    expect(await database().collection('personKeys').countDocuments({ personId })).toBe(0)
  })
})

describe('staff', () => {
  const make = (name: string, regionCode: string, organisationId: string | null = null) =>
    seedAccount({ openid: openidOf(name), name, roles: [{ role: 'supervisor', organisationId, regionCode }] })

  it('of a region are those whose role covers it, the nearest first', async () => {
    const [city, village] = [await make('市督查', CITY.city), await make('村督查', CITY.village, service.city.organisations.committee)]
    await make('外县督查', CITY.otherCounty)
    const found = await staffOf({ role: 'supervisor', regionCode: CITY.grid })
    expect(found.map(({ name }) => name)).toEqual(['村督查', '市督查'])
    expect(await personHolds({ personId: village.personId, role: 'supervisor', regionCode: CITY.grid })).toBe(true)
    expect(await personHolds({ personId: village.personId, role: 'supervisor', regionCode: CITY.county })).toBe(false)
    expect(await personHolds({ personId: 'nobody', role: 'supervisor', regionCode: CITY.county })).toBe(false)
    expect((await staffInOrganisation(service.city.organisations.committee)).map(({ personId }) => personId)).toContain(village.personId)
    expect(await openidsOf([city.personId, 'nobody'])).toEqual(new Map([[city.personId, openidOf('市督查')]]))
  })

  it('seeded again are the same people with the new roles, and listeners hear of each new role', async () => {
    const heard: RoleChange[] = []
    onRoleChange(async (change) => {
      heard.push(change)
    })
    const first = await make('换岗的人', CITY.village)
    const again = await make('换岗的人', CITY.township)
    await make('换岗的人', CITY.township)
    expect(again).toEqual(first)
    expect(heard).toMatchObject([
      { personId: first.personId, change: 'granted', grant: { regionCode: CITY.village } },
      { personId: first.personId, change: 'granted', grant: { regionCode: CITY.township } },
    ])
  })
})

describe('the centre for a region', () => {
  it('is the nearest one, and a new one is known at once', async () => {
    expect((await centreFor(CITY.grid))?.name).toBe('东河县综治中心')
    expect((await centreFor(CITY.farGrid))?.name).toBe('平安市综治中心')
    expect(await centreFor('99')).toBeUndefined()
    const id = await seedOrganisation({ kind: 'centre', name: '柳溪镇综治中心', regionCode: CITY.township })
    expect(await seedOrganisation({ kind: 'centre', name: '柳溪镇综治中心', regionCode: CITY.township })).toBe(id)
    expect((await centreFor(CITY.grid))?.id).toBe(id)
  })
})

describe('a seal', () => {
  it('opens with its own key only, and not when it was changed', () => {
    const [mine, other] = [newWrappedKey('k1'), newWrappedKey('k1')]
    const sealed = sealIdentifier({ value: '13912345678', keyId: 'k1', wrappedKey: mine })
    expect(sealed.last4).toBe('5678')
    expect(openIdentifier({ sealed, wrappedKey: mine })).toBe('13912345678')
    expect(() => openIdentifier({ sealed, wrappedKey: other })).toThrow()
    expect(() => openIdentifier({ sealed: { ...sealed, keyId: 'k2' }, wrappedKey: mine })).toThrow()
    const changed = Buffer.from(sealed.cipher, 'base64')
    changed[20] = (changed[20] ?? 0) ^ 1
    expect(() => openIdentifier({ sealed: { ...sealed, cipher: changed.toString('base64') }, wrappedKey: mine })).toThrow()
  })
})
