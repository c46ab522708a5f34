import { aService, type Client, type Service } from '@tests/support/service'
import { aCast, type Cast, toldTo } from './cast'
import { aDraft, moveBrief, signAs, submit } from './papers-support'

let service: Service
let cast: Cast
beforeAll(async () => {
  service = await aService()
  cast = await aCast(service)
})
afterAll(() => service?.close())

const get = (id: string, client: Client = cast.author) => client.call('briefs.get', { params: { id } })
const invite = (id: string, memberId: string, client = cast.author) =>
  client.raw('POST', `/api/briefs/${id}/signers`, { body: { memberId } })
const asked = async (client: Client) => (await client.call('briefs.list', { query: { view: 'asked' } })).items.map(({ id }) => id)

describe('co-signing', () => {
  test('a member who is asked reads the text, signs it, and stands behind it', async () => {
    const { id } = await aDraft(service, cast.author)
    await expect(cast.signer.call('briefs.get', { params: { id } })).rejects.toMatchObject({ status: 404 })
    await cast.author.call('briefs.invite', { params: { id }, body: { memberId: cast.signer.personId } })
    await service.drain()
    expect((await toldTo(cast.signer))[0]).toMatchObject({
      title: '有委员请您联名',
      text: '委员老梁请您为《关于村口路灯的反映》联名',
      page: `packages/member/pages/brief/index?id=${id}`,
    })
    expect(await asked(cast.signer)).toContain(id)
    expect((await get(id, cast.signer)).can.sort()).toEqual(['sign', 'unsign'])
    const { digest } = await cast.signer.call('briefs.preview', { params: { id } })
    const signed = await cast.signer.call('briefs.sign', { params: { id }, body: { digest } })
    expect(signed.signatures).toEqual([{ id: cast.signer.personId, name: '委员小郑', state: 'signed', at: expect.any(String) }])
    expect(signed.signers).toBe(1)
    expect(await asked(cast.signer)).not.toContain(id)
    await service.drain()
    expect((await toldTo(cast.author))[0]).toMatchObject({ title: '有委员联名', text: '委员小郑已为《关于村口路灯的反映》联名' })
  })

  test('asked or signed twice, nothing happens twice', async () => {
    const { id } = await aDraft(service, cast.author)
    await Promise.all(Array.from({ length: 5 }, () => invite(id, cast.signer.personId)))
    const { digest } = await cast.signer.call('briefs.preview', { params: { id } })
    const sign = () => cast.signer.raw('PUT', `/api/briefs/${id}/signature`, { body: { digest } })
    const answers = await Promise.all(Array.from({ length: 5 }, sign))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const { signatures, history } = await get(id)
    expect(signatures).toHaveLength(1)
    expect(history.map(({ text }) => text)).toEqual(['开始撰写', '请委员小郑联名', '联名'])
  })

  test('another text voids what was signed, says so, and asks again; the same text does not', async () => {
    const { id } = await aDraft(service, cast.author, { situation: '村口到学校没有路灯，电话13812345678。' })
    await signAs(cast.author, cast.signer, id)
    await service.drain()
    const claim = (await get(id)).situation.map((one) => ({ ...one, text: '村口到学校没有路灯，电话13912345678。' }))
    // Another number in the place of one that nobody sees.
    const same = await cast.author.call('briefs.write', { params: { id }, body: { revision: (await get(id)).revision, situation: claim } })
    expect(same.signers).toBe(1)
    const other = claim.map((one) => ({ ...one, text: '村口到医院没有路灯。' }))
    const changed = await cast.author.call('briefs.write', { params: { id }, body: { revision: same.revision, situation: other } })
    expect(changed.signatures).toMatchObject([{ state: 'asked', at: null }])
    expect(changed.history.at(-1)?.text).toBe('内容有改动，委员小郑的联名失效，请重新阅读后再签')
    await service.drain()
    expect((await toldTo(cast.signer))[0]?.title).toBe('内容有改动，请重新联名')
  })

  test('new evidence is another text as well', async () => {
    const { id } = await aDraft(service, cast.author)
    await signAs(cast.author, cast.signer, id)
    const note = { type: 'note' as const, text: '又去看了一次。', source: '委员走访' }
    const { signers } = await cast.author.call('briefs.addEvidence', { params: { id }, body: note })
    expect(signers).toBe(0)
  })

  test('what was read must be what is signed', async () => {
    const { id } = await aDraft(service, cast.author)
    await invite(id, cast.signer.personId)
    const { digest } = await cast.signer.call('briefs.preview', { params: { id } })
    await cast.author.call('briefs.write', {
      params: { id },
      body: { revision: (await get(id)).revision, title: '关于村口路灯的另一种说法' },
    })
    const refused = await cast.signer.raw('PUT', `/api/briefs/${id}/signature`, { body: { digest } })
    expect([refused.status, refused.body.code]).toEqual([409, 'text_changed'])
  })

  test('a signature is taken back until the brief is accepted, not after', async () => {
    const { id } = await aDraft(service, cast.author)
    await signAs(cast.author, cast.signer, id)
    await submit(cast.author, id)
    await cast.signer.call('briefs.unsign', { params: { id } })
    expect((await get(id)).signatures).toEqual([])
    await expect(cast.signer.call('briefs.get', { params: { id } })).rejects.toMatchObject({ status: 404 })
    await signAs(cast.author, cast.signer, id)
    await moveBrief(cast.office, id, { move: 'accept' })
    const late = await cast.signer.raw('DELETE', `/api/briefs/${id}/signature`)
    expect([late.status, late.body.code]).toEqual([409, 'move_not_allowed'])
    expect((await invite(id, cast.signer.personId)).status).toBe(409)
  })

  test('only members of the region can be asked, by the author alone, and nobody signs unasked', async () => {
    const { id } = await aDraft(service, cast.author)
    const far = await service.staff('cppccMember', { regionCode: '880102' })
    for (const personId of [cast.resident.personId, far.personId, cast.author.personId, 'f'.repeat(24)]) {
      const { status, body } = await invite(id, personId)
      expect([status, body.errors[0].path]).toEqual([400, 'memberId'])
    }
    await submit(cast.author, id)
    expect((await invite(id, cast.signer.personId, cast.office)).status).toBe(403)
    expect((await cast.office.raw('PUT', `/api/briefs/${id}/signature`, { body: { digest: 'x' } })).status).toBe(403)
    expect((await cast.office.raw('GET', `/api/briefs/${id}/preview`)).status).toBe(403)
  })

  test('colleagues are the members of the region and the departments that have to do with it', async () => {
    const query = { regionCode: '880101' }
    const { members, departments } = await cast.author.call('briefs.colleagues', { query })
    expect(members.map(({ name }) => name)).toContain('委员小郑')
    expect(members.map(({ name }) => name)).not.toContain('委员老梁')
    expect(departments).toEqual([{ id: service.city.organisations.department, name: '东河县自然资源局' }])
    await expect(cast.resident.call('briefs.colleagues', { query })).rejects.toMatchObject({ status: 403 })
  })
})
