import { database } from '@server/platform/database'
import { aService, type Client, type Service } from '@tests/support/service'

let service: Service
let phone: Client

beforeAll(async () => {
  service = await aService()
  phone = await service.login('老孙')
})
afterAll(() => service.close())

const aTicket = () => service.anonymous.call('scanTickets.create')
const redeem = (ticket: string, secret: string) => service.anonymous.raw('POST', `/api/scan-tickets/${ticket}/redeem`, { body: { secret } })
const confirm = (ticket: string, client = phone) => client.raw('POST', `/api/scan-tickets/${ticket}/confirm`)

describe('scanning to log in', () => {
  it('shows a picture, waits for the telephone, and lets the browser in', async () => {
    const { ticket, secret, image, expiresAt } = await aTicket()
    expect(image).toMatch(/^data:image\/png;base64,iVBOR/)
    expect(ticket.length).toBeLessThanOrEqual(32)
    expect(Date.parse(expiresAt) - service.clock.now().getTime()).toBeLessThanOrEqual(120_000)
    expect(await redeem(ticket, secret)).toMatchObject({ status: 200, body: { state: 'waiting', session: null } })
    expect((await confirm(ticket)).status).toBe(200)
    const answer = await redeem(ticket, secret)
    expect(answer.body).toMatchObject({ state: 'confirmed', session: { user: { id: phone.personId, name: '老孙' } } })
    const me = await service.anonymous.raw('GET', '/api/me', { headers: { Authorization: `Bearer ${answer.body.session.token}` } })
    expect(me.body.id).toBe(phone.personId)
  })

  it('gives the session to one of twenty who ask at once', async () => {
    const { ticket, secret } = await aTicket()
    await confirm(ticket)
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(ticket, secret)))
    expect(answers.filter(({ body }) => body.session)).toHaveLength(1)
    expect(answers.filter(({ status, body }) => status === 409 && body.code === 'ticket_expired')).toHaveLength(19)
  })

  it('needs the secret, which who sees the picture does not have', async () => {
    const { ticket } = await aTicket()
    await confirm(ticket)
    expect(await redeem(ticket, 'a'.repeat(43))).toMatchObject({ status: 404 })
    expect(
      JSON.stringify(
        await database()
          .collection('scanTickets')
          .findOne({ _id: ticket as never }),
      ),
    ).not.toContain('"secret"')
  })

  it('needs a telephone that is logged in, and belongs to the first that confirms', async () => {
    const { ticket, secret } = await aTicket()
    expect((await confirm(ticket, service.anonymous)).status).toBe(401)
    expect((await confirm(ticket)).status).toBe(200)
    expect((await confirm(ticket)).status).toBe(200)
    expect(await confirm(ticket, await service.login('路过的人'))).toMatchObject({ status: 409, body: { code: 'ticket_expired' } })
    expect((await redeem(ticket, secret)).body.session.user.id).toBe(phone.personId)
  })

  it('is over after two minutes', async () => {
    const [waiting, confirmed] = [await aTicket(), await aTicket()]
    await confirm(confirmed.ticket)
    await service.clock.advance(121_000)
    expect(await confirm(waiting.ticket)).toMatchObject({ status: 409, body: { code: 'ticket_expired' } })
    for (const { ticket, secret } of [waiting, confirmed])
      expect(await redeem(ticket, secret)).toMatchObject({ status: 409, body: { code: 'ticket_expired' } })
  })

  it('answers 404 for a ticket that nobody made', async () => {
    expect((await confirm('AAAAAAAAAAAAAAAA')).status).toBe(404)
    expect((await redeem('AAAAAAAAAAAAAAAA', 'a'.repeat(43))).status).toBe(404)
  })

  it('answers 503 while WeChat is away, and leaves no ticket behind', async () => {
    const before = await database().collection('scanTickets').countDocuments()
    await service.double.fault({ mode: 'down' })
    expect(await service.anonymous.raw('POST', '/api/scan-tickets')).toMatchObject({ status: 503, body: { code: 'wechat_unavailable' } })
    await service.double.fault({ mode: 'ok' })
    expect(await database().collection('scanTickets').countDocuments()).toBe(before)
  })
})
