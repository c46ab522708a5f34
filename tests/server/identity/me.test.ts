import { createPerson, maskedPhones, onErase, onPersonData, personNames, phoneOf } from '@server/modules/identity'
import { database } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { CITY } from '@tests/support/city'
import { aService, openidOf, type Service } from '@tests/support/service'

let service: Service
let busy = ''

beforeAll(async () => {
  service = await aService()
  onErase(async (personId) => {
    if (personId === busy) throw new Conflict('conflict', '还有没办完的事项')
  })
  onPersonData('letters', async (personId) => [{ to: personId }])
})
afterAll(() => service.close())

/** Everything that lies in the database, as text. */
const everything = async (): Promise<string> => {
  const collections = await database().listCollections({}, { nameOnly: true }).toArray()
  const texts = await Promise.all(
    collections
      .filter(({ name }) => !name.startsWith('system.'))
      .map(async ({ name }) => JSON.stringify(await database().collection(name).find().toArray())),
  )
  return texts.join('\n')
}

describe('the profile', () => {
  it('can be changed: name, care mode, home region', async () => {
    const person = await service.login('老郑')
    const me = await person.call('me.update', { body: { name: ' 郑大爷 ', careMode: true, homeRegionCode: CITY.village } })
    expect(me).toMatchObject({
      id: person.personId,
      name: '郑大爷',
      careMode: true,
      homeRegionCode: CITY.village,
      phoneMasked: null,
      roles: [{ role: 'resident', regionName: '桥头村', organisationName: null }],
    })
    expect(await person.call('me.profile')).toEqual(me)
    expect((await person.call('me.get')).name).toBe('郑大爷')
  })

  it('refuses regions that do not exist, unknown fields and names that are none', async () => {
    const person = await service.login('乱填的人')
    for (const body of [{ homeRegionCode: '880101999' }, { role: 'admin' }, { name: '   ' }, { name: '\ud800' }, { name: { $gt: '' } }])
      expect((await person.raw('PATCH', '/api/me/profile', { body })).status).toBe(400)
    expect((await person.call('me.get')).name).toBe('乱填的人')
  })

  it('names the organisation and region of staff', async () => {
    const mediator = await service.staff('mediator')
    expect((await mediator.call('me.profile')).roles).toMatchObject([
      { role: 'mediator', organisationName: '桥头村人民调解委员会', regionName: '桥头村' },
    ])
  })
})

describe('the telephone number', () => {
  it('typed or from WeChat is stored sealed and shown masked', async () => {
    const person = await service.login('老何')
    const typed = await person.call('me.setPhone', { body: { phone: '13812345678' } })
    expect(typed.phoneMasked).toBe('138****5678')
    expect(await phoneOf(person.personId)).toBe('13812345678')
    expect(await everything()).not.toContain('13812345678')
    const code = await service.double.phoneCode(openidOf('老何'))
    const fromWeChat = await person.call('me.setPhone', { body: { code } })
    expect(fromWeChat.phoneMasked).toMatch(/^199\*{4}\d{4}$/)
    const number = await phoneOf(person.personId)
    expect(number).toMatch(/^1990000\d{4}$/)
    expect(await everything()).not.toContain(number)
    expect(await person.raw('PUT', '/api/me/phone', { body: { code } })).toMatchObject({ status: 400, body: { code: 'code_invalid' } })
    expect((await person.raw('PUT', '/api/me/phone', { body: { phone: '12345' } })).status).toBe(400)
  })

  it('of two people is comparable, but sealed with a key of each', async () => {
    const [one, other] = await Promise.all(['甲', '乙'].map((name) => createPerson({ name, phone: '13711112222' })))
    const people = await database().collection('people').find({ 'phone.last4': '2222' }).toArray()
    expect(people).toHaveLength(2)
    expect(people[0]?.phone.hmac).toBe(people[1]?.phone.hmac)
    expect(people[0]?.phone.cipher).not.toBe(people[1]?.phone.cipher)
    expect(people[0]?.phone.keyId).not.toBe(people[1]?.phone.keyId)
    const masked = await maskedPhones([one ?? '', other ?? '', 'nobody'])
    expect([...masked.values()]).toEqual(['137****2222', '137****2222', null])
  })
})

describe('export and erasure', () => {
  it('gives everything that is held about the person, with what other modules hold', async () => {
    const person = await service.login('要数据的人')
    await person.call('me.setPhone', { body: { phone: '13600001111' } })
    const data = await person.call('me.export')
    expect(data).toMatchObject({
      person: { id: person.personId, name: '要数据的人', phone: '13600001111' },
      consents: [{ version: expect.any(String) }],
      parts: { letters: [{ to: person.personId }], sessions: [{}], account: [{ openid: openidOf('要数据的人') }] },
    })
  })

  it('erases the key, the name, the account and its sessions; the same telephone begins anew', async () => {
    const person = await service.staff('mediator', { name: '要走的人', phone: '13500002222' })
    const { personId } = person
    expect(await phoneOf(personId)).toBe('13500002222')
    expect((await person.raw('DELETE', '/api/me/data', { body: {} })).status).toBe(400)
    expect((await person.raw('DELETE', '/api/me/data', { body: { confirm: '注销账号' } })).status).toBe(204)
    expect((await person.raw('GET', '/api/me')).status).toBe(401)
    expect((await person.raw('POST', '/api/sessions/refresh', { body: { refreshToken: person.refreshToken } })).status).toBe(401)
    expect((await personNames([personId])).get(personId)).toBe('已注销')
    expect(await phoneOf(personId)).toBeNull()
    for (const collection of ['personKeys', 'accounts', 'loginsessions'])
      expect(await database().collection(collection).countDocuments({ personId })).toBe(0)
    expect(JSON.stringify(await database().collection('people').find().toArray())).not.toContain('要走的人')
    const back = await service.login('要走的人')
    expect(back.personId).not.toBe(personId)
    expect(back.user.roles).toMatchObject([{ role: 'resident' }])
  })

  it('is refused while another module objects, and then erases nothing', async () => {
    const person = await service.login('还有事的人')
    busy = person.personId
    const answer = await person.raw('DELETE', '/api/me/data', { body: { confirm: '注销账号' } })
    expect(answer).toMatchObject({ status: 409, body: { code: 'conflict', detail: '还有没办完的事项' } })
    expect((await person.call('me.get')).name).toBe('还有事的人')
  })
})
