import { database } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import { aCast, type Cast } from './cast'
import { aDraft, signAs, submit } from './papers-support'

let service: Service
let cast: Cast
let admin: Client
beforeAll(async () => {
  service = await aService()
  cast = await aCast(service)
  admin = await service.staff('admin')
})
afterAll(() => service?.close())

const leave = (client: Client) =>
  admin.call('staff.revokeRole', { params: { id: client.personId }, body: { role: 'cppccMember', regionCode: CITY.city } })
const get = (id: string, client: Client) => client.call('briefs.get', { params: { id } })
const statusOf = async (client: Client, method: string, path: string, body?: object) => (await client.raw(method, path, { body })).status

describe('who is a member no more', () => {
  test('reads an own brief and takes it back, and does nothing else with it', async () => {
    const author = await service.staff('cppccMember', { name: '委员老陈' })
    const { id, revision } = await aDraft(service, author)
    const { digest } = await author.call('briefs.preview', { params: { id } })
    await leave(author)
    expect((await get(id, author)).can).toEqual(['withdraw'])
    const path = `/api/briefs/${id}`
    expect(await statusOf(author, 'PATCH', path, { revision, title: '关于村口路灯的另一种说法' })).toBe(403)
    expect(await statusOf(author, 'POST', `${path}/evidence`, { type: 'note', text: '又去看了。', source: '走访' })).toBe(403)
    expect(await statusOf(author, 'POST', `${path}/signers`, { memberId: cast.signer.personId })).toBe(403)
    expect(await statusOf(author, 'POST', `${path}/moves`, { move: 'submit', revision, digest })).toBe(403)
    expect(await statusOf(author, 'POST', `${path}/moves`, { move: 'withdraw', revision })).toBe(200)
  })

  test('is asked for no signature, and signs nothing; what was signed stands', async () => {
    const member = await service.staff('cppccMember', { name: '委员小叶' })
    const [asked, signed] = [await aDraft(service, cast.author), await aDraft(service, cast.author)]
    await cast.author.call('briefs.invite', { params: { id: asked.id }, body: { memberId: member.personId } })
    await signAs(cast.author, member, signed.id)
    const { digest } = await member.call('briefs.preview', { params: { id: asked.id } })
    await leave(member)
    expect((await member.call('briefs.list', { query: { view: 'asked' } })).items).toEqual([])
    expect(await statusOf(member, 'GET', `/api/briefs/${asked.id}`)).toBe(404)
    expect(await statusOf(member, 'PUT', `/api/briefs/${asked.id}/signature`, { digest })).toBe(404)
    expect((await get(signed.id, member)).can).toEqual(['unsign'])
  })
})

test('who is erased takes along what was never submitted, with those behind it; what was stays on record', async () => {
  const author = await service.staff('cppccMember', { name: '委员老吴' })
  const residents = [await service.login('居民阿莲')]
  const [draft, submitted] = [await aDraft(service, author, { residents }), await aDraft(service, author)]
  await submit(author, submitted.id)
  const behind = () => database().collection('briefResidents').countDocuments({ briefId: draft.id })
  expect(await behind()).toBe(1)
  await author.call('me.erase', { body: { confirm: '注销账号' } })
  const kept = await database().collection('briefs').find({ 'author.personId': author.personId }).toArray()
  expect(kept.map(({ _id }) => String(_id))).toEqual([submitted.id])
  expect(await behind()).toBe(0)
})
