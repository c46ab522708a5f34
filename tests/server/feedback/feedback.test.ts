import { aCase } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aClosedCase, aFailedDispute, moves } from './support'

const DAY = 24 * 3600 * 1000
let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service.close())

const give = (client: Client, id: string, overall: 1 | 2 | 3 | 4 | 5, text?: string) =>
  client.answer('feedback.give', { params: { id }, body: { overall, ...(text ? { text } : {}) } })
const seen = async (client: Client, id: string) => (await client.call('cases.get', { params: { id } })).feedback
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error) => [error.status, error.problem.code],
  )

describe('feedback', () => {
  test('is given once the case is closed, and changed until it is unsealed', async () => {
    const resident = await service.login('评价人甲')
    const open = await aCase(service, resident)
    expect(await refusal(give(resident, open.id, 5))).toEqual([409, 'not_closed'])
    const { found } = await aClosedCase(service, resident)
    expect(found.can).toContain('rate')
    const first = await resident.answer('feedback.give', {
      params: { id: found.id },
      body: { overall: 4, aspects: { attitude: 5, speed: 3 }, text: '来得很快' },
    })
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ overall: 4, aspects: { attitude: 5, speed: 3 }, text: '来得很快', sealed: true })
    const second = await give(resident, found.id, 5)
    expect(second).toMatchObject({ status: 200, body: { overall: 5, aspects: {}, text: '' } })
    await service.clock.advance(7 * DAY)
    expect(await refusal(give(resident, found.id, 3))).toEqual([409, 'feedback_sealed'])
    const after = await resident.call('cases.get', { params: { id: found.id } })
    expect(after.can).not.toContain('rate')
    expect(after.feedback).toMatchObject({ overall: 5, sealed: false })
  })

  test('is not forestalled by shelving the case: for seven days from its end it may be rated all the same', async () => {
    const resident = await service.login('还没来得及评的人')
    const { found, mediator } = await aClosedCase(service, resident)
    const can = async () => (await resident.call('cases.get', { params: { id: found.id } })).can
    const { revision } = await mediator.call('cases.get', { params: { id: found.id } })
    await mediator.call('cases.move', { params: { id: found.id }, body: { move: 'archive', revision } })
    expect(await can()).toContain('rate')
    expect((await give(resident, found.id, 5)).status).toBe(201)
    await service.clock.advance(6 * DAY)
    expect(await can()).toContain('rate')
    expect((await give(resident, found.id, 1)).status).toBe(200)
    await service.clock.advance(DAY)
    expect(await can()).not.toContain('rate')
    const late = await service.login('过了才想起来的人')
    const { found: other, mediator: handler } = await aClosedCase(service, late)
    const { revision: latest } = await handler.call('cases.get', { params: { id: other.id } })
    await handler.call('cases.move', { params: { id: other.id }, body: { move: 'archive', revision: latest } })
    await service.clock.advance(8 * DAY)
    expect((await late.call('cases.get', { params: { id: other.id } })).can).not.toContain('rate')
    expect(await refusal(give(late, other.id, 3))).toEqual([409, 'not_closed'])
  })

  test('that is given late may be changed for as long, as the case says', async () => {
    const resident = await service.login('第六天才评的人')
    const { found } = await aClosedCase(service, resident)
    const can = async () => (await resident.call('cases.get', { params: { id: found.id } })).can
    await service.clock.advance(6 * DAY)
    await give(resident, found.id, 4)
    await service.clock.advance(2 * DAY)
    expect(await can()).toContain('rate')
    expect((await give(resident, found.id, 2)).status).toBe(200)
    await service.clock.advance(5 * DAY)
    expect(await can()).not.toContain('rate')
  })

  test('is kept from the handler for seven days, and tells in the timeline of the author’s side only that it was given', async () => {
    const resident = await service.login('安静的人')
    const { found, mediator } = await aClosedCase(service, resident)
    await give(resident, found.id, 4, '谢谢')
    expect(await seen(resident, found.id)).toMatchObject({ overall: 4, sealed: true })
    const handled = await mediator.call('cases.get', { params: { id: found.id } })
    expect(handled.feedback).toBeNull()
    expect(JSON.stringify(handled)).not.toMatch(/feedback\.given|评价/)
    const own = await resident.call('cases.get', { params: { id: found.id } })
    expect(own.timeline.at(-1)).toMatchObject({ type: 'feedback.given', text: '已评价' })
    await service.clock.advance(7 * DAY)
    expect(await seen(mediator, found.id)).toMatchObject({ overall: 4, text: '谢谢', sealed: false })
    const { items } = await resident.call('cases.list', { query: { view: 'mine' } })
    expect(items.find((one) => one.id === found.id)?.feedback).toMatchObject({ overall: 4 })
  })

  test('of both parties is unsealed when the second has spoken; each reads the own one, nobody else any', async () => {
    const [applicant, respondent] = [await service.login('申请人丙'), await service.login('被申请人丙')]
    const { found, mediator } = await aFailedDispute(service, applicant, respondent)
    expect((await give(applicant, found.id, 2)).body.sealed).toBe(true)
    expect(await seen(respondent, found.id)).toBeNull()
    expect(await seen(mediator, found.id)).toBeNull()
    expect((await give(respondent, found.id, 5)).body.sealed).toBe(false)
    expect(await seen(mediator, found.id)).toMatchObject({ overall: 2, sealed: false })
    expect(await seen(applicant, found.id)).toMatchObject({ overall: 2, sealed: false })
    expect(await seen(respondent, found.id)).toMatchObject({ overall: 5 })
    expect(await refusal(give(applicant, found.id, 4))).toEqual([409, 'feedback_sealed'])
    const supervisor = await service.staff('supervisor')
    expect(await seen(supervisor, found.id)).toMatchObject({ overall: 2 })
    expect(await seen(await service.staff('dispatcher'), found.id)).toBeNull()
  })

  test('comes from parties only', async () => {
    const resident = await service.login('评价人丁')
    const { found, mediator } = await aClosedCase(service, resident)
    expect(await refusal(give(mediator, found.id, 5))).toEqual([403, 'forbidden'])
    expect(await refusal(give(await service.staff('supervisor'), found.id, 5))).toEqual([403, 'forbidden'])
    expect(await refusal(give(await service.login('路人'), found.id, 5))).toEqual([404, 'not_found'])
    for (const body of [{ overall: 0 }, { overall: 6 }, { overall: 2.5 }, { overall: { $gt: 0 } }, {}, { overall: 3, stars: 5 }])
      expect((await resident.raw('POST', `/api/cases/${found.id}/feedback`, { body })).status).toBe(400)
  })

  test('repeated with its key gives the same answer, with another body 422', async () => {
    const resident = await service.login('评价人戊')
    const { found } = await aClosedCase(service, resident)
    const send = (overall: 4 | 5) => resident.answer('feedback.give', { params: { id: found.id }, body: { overall }, key: 'k-1' })
    expect((await send(4)).status).toBe(201)
    expect(await send(4)).toMatchObject({ status: 200, body: { overall: 4 } })
    expect(await refusal(send(5))).toEqual([422, 'idempotency_mismatch'])
    expect(await seen(resident, found.id)).toMatchObject({ overall: 4 })
  })

  test('sent again late does not bring earlier words back, and is still answered when the case runs again', async () => {
    const resident = await service.login('评价人子')
    const { found } = await aClosedCase(service, resident)
    const send = (overall: 2 | 5, key: string) => resident.answer('feedback.give', { params: { id: found.id }, body: { overall }, key })
    expect((await send(2, 'first')).status).toBe(201)
    expect((await send(5, 'second')).body).toMatchObject({ overall: 5 })
    expect(await send(2, 'first')).toMatchObject({ status: 200, body: { overall: 5 } })
    expect(await refusal(send(5, 'first'))).toEqual([422, 'idempotency_mismatch'])
    const fresh = await resident.call('cases.get', { params: { id: found.id } })
    await moves(fresh, [[resident, { move: 'reopen', reason: '又坏了' }]])
    expect(await send(5, 'second')).toMatchObject({ status: 200, body: { overall: 5 } })
  })

  test('can be changed no longer while the case runs again', async () => {
    const resident = await service.login('评价人己')
    const { found } = await aClosedCase(service, resident)
    await give(resident, found.id, 2)
    const fresh = await resident.call('cases.get', { params: { id: found.id } })
    await moves(fresh, [[resident, { move: 'reopen', reason: '又坏了' }]])
    expect(await refusal(give(resident, found.id, 5))).toEqual([409, 'not_closed'])
  })
})

describe('a case that was reopened', () => {
  const again = async (resident: Client, mediator: Client, id: string) =>
    moves(await resident.call('cases.get', { params: { id } }), [
      [resident, { move: 'reopen', reason: '又坏了' }],
      [mediator, { move: 'accept' }],
      [mediator, { move: 'startHandling' }],
      [mediator, { move: 'resolve', reason: '换了新的灯' }],
      [resident, { move: 'confirm' }],
    ])

  test('is rated anew when it is closed again, once however many try, and the earlier rating stays', async () => {
    const resident = await service.login('评价人辛')
    const { found, mediator } = await aClosedCase(service, resident)
    await give(resident, found.id, 2, '拖了很久')
    await service.clock.advance(7 * DAY)
    const closed = await again(resident, mediator, found.id)
    expect(closed).toMatchObject({ status: 'closed', feedback: null })
    expect(closed.can).toContain('rate')
    expect(await seen(mediator, found.id)).toMatchObject({ overall: 2, sealed: false })
    const answers = await Promise.all(Array.from({ length: 20 }, () => give(resident, found.id, 5)))
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1)
    expect(answers.filter((one) => one.status === 200)).toHaveLength(19)
    expect(await seen(resident, found.id)).toMatchObject({ overall: 5, sealed: true })
    expect(await seen(mediator, found.id)).toMatchObject({ overall: 2 })
    await service.clock.advance(7 * DAY)
    expect(await seen(mediator, found.id)).toMatchObject({ overall: 5, sealed: false })
  })

  test('opens a task of its own for a person who is dissatisfied once more', async () => {
    const resident = await service.login('评价人壬')
    const supervisor = await service.staff('supervisor')
    const { found, mediator } = await aClosedCase(service, resident)
    await give(resident, found.id, 2)
    await again(resident, mediator, found.id)
    await give(resident, found.id, 1, '还是老样子')
    const { items } = await supervisor.call('feedbackTasks.list', { query: { limit: 100 } })
    expect(items.filter((task) => task.caseId === found.id).map((task) => task.overall)).toEqual([1, 2])
  })
})

describe('of many at once', () => {
  test('one is created and the others change it', async () => {
    const resident = await service.login('手快的人')
    const { found } = await aClosedCase(service, resident)
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => give(resident, found.id, ((i % 5) + 1) as 1)))
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1)
    expect(answers.filter((one) => one.status === 200)).toHaveLength(19)
    const after = await resident.call('cases.get', { params: { id: found.id } })
    expect(after.timeline.filter((entry) => entry.type === 'feedback.given')).toHaveLength(1)
  })

  test('the same request, sent twice, is one rating, though it unseals both', async () => {
    const [applicant, respondent] = [await service.login('申请人丑'), await service.login('被申请人丑')]
    for (let i = 0; i < 5; i += 1) {
      const { found } = await aFailedDispute(service, applicant, respondent)
      await give(respondent, found.id, 3)
      const send = () => applicant.answer('feedback.give', { params: { id: found.id }, body: { overall: 4 }, key: `twin-${i}` })
      const answers = await Promise.all([send(), send(), send()])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
      expect(answers.map(({ body }) => body)).toEqual(Array(3).fill(expect.objectContaining({ overall: 4, sealed: false })))
    }
  })

  test('two parties who speak at the same moment unseal each other', async () => {
    const [applicant, respondent] = [await service.login('申请人庚'), await service.login('被申请人庚')]
    for (let i = 0; i < 5; i += 1) {
      const { found, mediator } = await aFailedDispute(service, applicant, respondent)
      await Promise.all([give(applicant, found.id, 3), give(respondent, found.id, 4)])
      expect(await seen(mediator, found.id)).toMatchObject({ overall: 3, sealed: false })
    }
  })
})
