import { ObjectId } from '@server/platform/database'
import { photo } from '@tests/support/media'
import { aService, type Client, type Service } from '@tests/support/service'
import {
  aMediation,
  anAgreement,
  anEffectivePaper,
  move,
  moveObligation,
  obligationsFor,
  papers,
  pays,
  refusal,
  tellPaper,
} from './support'

let service: Service
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-03-10T10:00:00+08:00')
})
afterAll(() => service.close())

const abilitiesOf = async (who: Client, id: string) => (await who.call('cases.get', { params: { id } })).can
const statusOf = async (who: Client, id: string) => (await who.call('cases.get', { params: { id } })).status

describe('an agreement that takes effect', () => {
  test('lists what it promises, instalment by instalment, and the case goes on to perform it', async () => {
    const instalments = [
      { amountCents: 10_000, dueOn: '2026-04-01' },
      { amountCents: 10_001, dueOn: '2026-05-01' },
    ]
    const agreed = await anAgreement(service, (one) => [
      pays(one),
      pays(one, { what: '分期赔偿', amountCents: 20_001, dueOn: undefined, instalments }),
      pays(one, { what: '当面道歉', amountCents: undefined, dueOn: '2026-03-12' }),
    ])
    const found = await obligationsFor(agreed.applicant, agreed.id)
    expect(found.items.map(({ what, amountCents, dueOn, part, parts, state }) => [what, amountCents, dueOn, part, parts, state])).toEqual([
      ['当面道歉', null, '2026-03-12', 1, 1, 'open'],
      ['赔偿修墙的费用', 30_000, '2026-03-20', 1, 1, 'open'],
      ['分期赔偿', 10_000, '2026-04-01', 1, 2, 'open'],
      ['分期赔偿', 10_001, '2026-05-01', 2, 2, 'open'],
    ])
    expect(found.totals).toEqual({ promisedCents: 50_001, doneCents: 0, openCents: 50_001, overdueCents: 0 })
    expect(found.items[0]).toMatchObject({
      from: { partyId: agreed.ids.respondent, name: (await agreed.respondent.call('me.get')).name },
      paperId: agreed.paperId,
    })
    const { status, can, timeline } = await agreed.mediator.call('cases.get', { params: { id: agreed.id } })
    expect(status).toBe('performing')
    expect(can).toEqual(expect.arrayContaining(['readObligations', 'setJudicial']))
    const name = found.items[0]?.from.name ?? ''
    expect(JSON.stringify(timeline.map((entry) => entry.text))).not.toContain(name)
  })

  test('that is told again and again, by several processes at once, promises nothing twice', async () => {
    const agreed = await anAgreement(service)
    const { obligationListener } = await import('@server/modules/obligations')
    const data = { caseId: agreed.id, paperId: agreed.paperId, kind: 'agreement', change: 'effective' }
    const event = { id: 'again', type: 'paper.changed', at: service.clock.now(), data }
    await Promise.all(Array.from({ length: 8 }, () => obligationListener([event, event])))
    const { items, totals } = await obligationsFor(agreed.applicant, agreed.id)
    expect(items).toHaveLength(1)
    expect(totals.promisedCents).toBe(30_000)
    const { timeline } = await agreed.applicant.call('cases.get', { params: { id: agreed.id } })
    expect(timeline.filter((entry) => entry.type === 'obligation.created')).toHaveLength(1)
  })

  test('takes the case from mediation to performance by itself', async () => {
    const mediation = await aMediation(service)
    await anEffectivePaper({ service, caseId: mediation.id, promises: [pays(mediation)] })
    await service.drain()
    expect(await statusOf(mediation.mediator, mediation.id)).toBe('performing')
  })

  test('and promises nothing leaves the case agreed', async () => {
    const agreed = await anAgreement(service, () => [])
    expect(await statusOf(agreed.mediator, agreed.id)).toBe('agreed')
    expect((await obligationsFor(agreed.applicant, agreed.id)).items).toEqual([])
  })

  test('and is given up binds nobody any more', async () => {
    const agreed = await anAgreement(service)
    await papers().updateOne({ _id: new ObjectId(agreed.paperId) }, { $set: { status: 'void' } })
    await tellPaper({ caseId: agreed.id, paperId: agreed.paperId, kind: 'agreement', change: 'void' })
    const before = (await obligationsFor(agreed.applicant, agreed.id)).items[0]
    await service.drain()
    const found = await obligationsFor(agreed.applicant, agreed.id)
    expect(found).toMatchObject({ items: [], totals: { promisedCents: 0 }, judicial: null })
    expect(await abilitiesOf(agreed.mediator, agreed.id)).not.toContain('setJudicial')
    const claim = agreed.respondent.call('obligations.move', { params: { id: before?.id ?? '' }, body: { move: 'claim', revision: 0 } })
    expect(await refusal(claim)).toEqual([404, 'not_found'])
  })

  test('and is given up leaves what was kept by then as history, outside of the totals', async () => {
    const agreed = await anAgreement(service, (one) => [pays(one), pays(one, { what: '清走杂物', dueOn: '2026-03-25' })])
    const { id, applicant, paperId } = agreed
    await moveObligation(applicant, id, { move: 'confirm' })
    await papers().updateOne({ _id: new ObjectId(paperId) }, { $set: { status: 'void' } })
    for (let told = 0; told < 2; told += 1) await tellPaper({ caseId: id, paperId, kind: 'agreement', change: 'void' })
    await service.drain()
    const { items, totals } = await obligationsFor(applicant, id)
    expect(items.map(({ what, state, past, can }) => [what, state, past, can])).toEqual([['赔偿修墙的费用', 'done', true, []]])
    expect(totals).toEqual({ promisedCents: 0, doneCents: 0, openCents: 0, overdueCents: 0 })
    const { timeline } = await applicant.call('cases.get', { params: { id } })
    expect(timeline.filter(({ type }) => type === 'judicial.ended')).toHaveLength(1)
  })
})

describe('a later agreement', () => {
  const reopened = async () => {
    const agreed = await anAgreement(service, (one) => [pays(one), pays(one, { what: '第二笔', dueOn: '2026-03-25' })])
    const { id, applicant, mediator, respondent } = agreed
    await moveObligation(applicant, id, { move: 'confirm' })
    await moveObligation(respondent, id, { move: 'claim' }, 1)
    await move(mediator, id, { move: 'resolve', reason: '已经履行' })
    await move(applicant, id, { move: 'confirm' })
    await move(applicant, id, { move: 'reopen', reason: '第二笔没有付' })
    await move(mediator, id, { move: 'accept' })
    await move(mediator, id, { move: 'startMediation' })
    return agreed
  }
  const later = async (agreed: Awaited<ReturnType<typeof reopened>>, kind: 'agreement' | 'oral') => {
    await service.clock.advance(60_000)
    const promises = [pays(agreed, { what: '重新约定', amountCents: 20_000, dueOn: '2026-04-20' })]
    const paperId = await anEffectivePaper({ service, caseId: agreed.id, promises, kind })
    await service.drain()
    return paperId
  }
  const again = async (agreed: Awaited<ReturnType<typeof reopened>>) => {
    await tellPaper({ caseId: agreed.id, paperId: agreed.paperId, kind: 'agreement', change: 'effective' })
    await service.drain()
  }
  afterEach(() => service.clock.set('2026-03-10T10:00:00+08:00'))

  test('of a reopened case replaces what was still open, and every promise is counted once', async () => {
    const agreed = await reopened()
    const { id, applicant, respondent, mediator } = agreed
    const old = (await obligationsFor(applicant, id)).items[1]
    await later(agreed, 'agreement')
    await again(agreed)
    const { items, totals, judicial } = await obligationsFor(applicant, id)
    expect(items.map(({ what, state, past }) => [what, state, past])).toEqual([
      ['赔偿修墙的费用', 'done', true],
      ['重新约定', 'open', false],
    ])
    expect(totals).toEqual({ promisedCents: 20_000, doneCents: 0, openCents: 20_000, overdueCents: 0 })
    const confirm = applicant.call('obligations.move', { params: { id: old?.id ?? '' }, body: { move: 'confirm', revision: 1 } })
    expect(await refusal(confirm)).toEqual([404, 'not_found'])
    expect(judicial).toMatchObject({ state: 'open' })
    expect(await abilitiesOf(mediator, id)).toContain('setJudicial')
    expect(JSON.stringify(await mediator.call('docket.get', { params: { id } }))).toContain('履行情况记录')
    await service.clock.set('2026-04-02T10:00:00+08:00')
    await service.catchUp()
    const told = await respondent.call('notifications.list', { query: { limit: 100 } })
    expect(told.items.filter((one) => one.caseId === id && one.title.includes('到期'))).toEqual([])
    expect(told.items.filter((one) => one.caseId === id && one.title.includes('过期'))).toEqual([])
    await moveObligation(applicant, id, { move: 'confirm' }, 1)
    const { timeline } = await applicant.call('cases.get', { params: { id } })
    expect(timeline.at(-1)?.text).toContain('约定的事项都已履行')
  })

  test('that is only spoken leaves nothing for a court to confirm', async () => {
    const agreed = await reopened()
    await later(agreed, 'oral')
    await again(agreed)
    expect((await obligationsFor(agreed.applicant, agreed.id)).judicial).toBeNull()
    expect(await abilitiesOf(agreed.mediator, agreed.id)).not.toContain('setJudicial')
  })
})

describe('an obligation', () => {
  test('is claimed with proof by who owes, and confirmed by who receives', async () => {
    const agreed = await anAgreement(service)
    const { id, respondent, applicant } = agreed
    const file = await respondent.upload(await photo())
    const claimed = await moveObligation(respondent, id, { move: 'claim', note: '已转账', fileIds: [file.id] })
    expect(claimed).toMatchObject({ state: 'claimed', note: '已转账', can: [] })
    expect(claimed.files).toMatchObject([{ id: file.id }])
    const seen = await obligationsFor(applicant, id)
    expect(seen.items[0]?.can).toEqual(['confirm', 'dispute', 'waive'])
    const done = await moveObligation(applicant, id, { move: 'confirm' })
    expect(done).toMatchObject({ state: 'done', overdue: false, can: [] })
    expect((await obligationsFor(applicant, id)).totals).toEqual({
      promisedCents: 30_000,
      doneCents: 30_000,
      openCents: 0,
      overdueCents: 0,
    })
    const { timeline, status } = await applicant.call('cases.get', { params: { id } })
    expect(timeline.at(-1)?.text).toContain('约定的事项都已履行')
    expect(status).toBe('performing')
  })

  test('that is disputed is open again, with its proof, and says what is missing', async () => {
    const { id, respondent, applicant } = await anAgreement(service)
    const file = await respondent.upload(await photo())
    await moveObligation(respondent, id, { move: 'claim', fileIds: [file.id] })
    expect(await refusal(moveObligation(applicant, id, { move: 'dispute' }))).toEqual([400, 'invalid_input'])
    const disputed = await moveObligation(applicant, id, { move: 'dispute', note: '只收到一半' })
    expect(disputed).toMatchObject({ state: 'open', note: '只收到一半', claimedAt: null, files: [{ id: file.id }] })
    const { timeline } = await respondent.call('cases.get', { params: { id } })
    expect(timeline.at(-1)?.text).toContain('只收到一半')
  })

  test('is no longer said to lack something once it is claimed anew or confirmed', async () => {
    const { id, respondent, applicant } = await anAgreement(service, (one) => [pays(one), pays(one, { dueOn: '2026-03-25' })])
    for (const at of [0, 1]) {
      await moveObligation(respondent, id, { move: 'claim', note: '已转账' }, at)
      await moveObligation(applicant, id, { move: 'dispute', note: '只收到一半' }, at)
    }
    expect(await moveObligation(applicant, id, { move: 'confirm' })).toMatchObject({ state: 'done', note: '' })
    expect(await moveObligation(respondent, id, { move: 'claim', note: '补上了另一半' }, 1)).toMatchObject({ note: '补上了另一半' })
    expect(await moveObligation(applicant, id, { move: 'confirm' }, 1)).toMatchObject({ state: 'done', note: '补上了另一半' })
    const { timeline } = await applicant.call('cases.get', { params: { id } })
    expect(timeline.filter(({ text }) => text.includes('只收到一半'))).toHaveLength(2)
  })

  test('is waived by who loses by it, and by nobody else', async () => {
    const { id, respondent, applicant, mediator } = await anAgreement(service)
    for (const other of [respondent, mediator])
      expect(await refusal(moveObligation(other, id, { move: 'waive' }))).toEqual([403, 'forbidden'])
    expect(await moveObligation(applicant, id, { move: 'waive' })).toMatchObject({ state: 'waived' })
    const { totals } = await obligationsFor(applicant, id)
    expect(totals).toEqual({ promisedCents: 30_000, doneCents: 0, openCents: 0, overdueCents: 0 })
  })

  test('is neither claimed nor confirmed in the name of the other side, or by the mediator while both can speak', async () => {
    const { id, respondent, applicant, mediator } = await anAgreement(service)
    expect(await refusal(moveObligation(applicant, id, { move: 'claim' }))).toEqual([403, 'forbidden'])
    expect(await refusal(moveObligation(respondent, id, { move: 'confirm' }))).toEqual([403, 'forbidden'])
    for (const name of ['claim', 'confirm', 'dispute'] as const)
      expect(await refusal(moveObligation(mediator, id, { move: name, note: '电话问过' }))).toEqual([403, 'forbidden'])
  })

  test('is known to nobody outside the case, and to supervisors not by its words', async () => {
    const { id } = await anAgreement(service)
    const strangers = [await service.login('路人'), await service.staff('supervisor'), await service.staff('mediator')]
    for (const one of strangers) expect((await one.raw('GET', `/api/cases/${id}/obligations`)).status).toBe(404)
    expect((await service.anonymous.raw('GET', `/api/cases/${id}/obligations`)).status).toBe(401)
    const dispatcher = await service.staff('dispatcher')
    const seen = await obligationsFor(dispatcher, id)
    expect(seen.items[0]?.can).toEqual([])
    for (const one of strangers)
      expect(
        await refusal(one.call('obligations.move', { params: { id: seen.items[0]?.id ?? '' }, body: { move: 'claim', revision: 0 } })),
      ).toEqual([404, 'not_found'])
  })

  test('is reminded of once a day, by the mediator or who waits for it', async () => {
    const { id, respondent, applicant, mediator } = await anAgreement(service)
    expect(await refusal(moveObligation(respondent, id, { move: 'remind' }))).toEqual([403, 'forbidden'])
    const reminded = await moveObligation(mediator, id, { move: 'remind' })
    expect(reminded.can).not.toContain('remind')
    expect(await refusal(moveObligation(applicant, id, { move: 'remind' }))).toEqual([409, 'move_not_allowed'])
    await service.clock.advance(24 * 3_600_000)
    expect(await moveObligation(applicant, id, { move: 'remind' })).toMatchObject({ state: 'open' })
    await service.clock.set('2026-03-10T10:00:00+08:00')
  })

  test('refuses old revisions, wrong states, foreign files and bad words, each with its code', async () => {
    const { id, respondent, applicant } = await anAgreement(service)
    const [one] = (await obligationsFor(applicant, id)).items
    const path = `/api/obligations/${one?.id}/moves`
    const code = async (who: Client, body: object) => {
      const { status, body: problem } = await who.raw('POST', path, { body })
      return [status, problem.code, problem.errors?.[0]?.path]
    }
    expect(await code(respondent, { move: 'claim', revision: 5 })).toEqual([409, 'conflict', undefined])
    expect(await code(applicant, { move: 'dispute', revision: 0, note: '…' })).toEqual([409, 'move_not_allowed', undefined])
    expect(await code(respondent, { move: 'claim', revision: 0, fileIds: ['nothing'] })).toEqual([400, 'invalid_input', 'fileIds'])
    const foreign = await applicant.upload(await photo())
    expect(await code(respondent, { move: 'claim', revision: 0, fileIds: [foreign.id] })).toEqual([400, 'invalid_input', 'fileIds'])
    expect(await code(applicant, { move: 'waive', revision: 0, fileIds: [foreign.id] })).toEqual([400, 'invalid_input', 'fileIds'])
    expect(await code(respondent, { move: 'pay', revision: 0 })).toEqual([400, 'invalid_input', 'move'])
    expect(await code(respondent, { move: 'claim', revision: 0, note: ' ' })).toEqual([400, 'invalid_input', 'note'])
    expect((await respondent.raw('POST', '/api/obligations/nothing/moves', { body: { move: 'claim', revision: 0 } })).status).toBe(404)
    expect((await obligationsFor(applicant, id)).items[0]).toMatchObject({ state: 'open', revision: 0 })
  })

  test('of many who press at once is moved by one', async () => {
    const { id, respondent, applicant } = await anAgreement(service)
    const [one] = (await obligationsFor(applicant, id)).items
    const press = (who: Client, name: 'claim' | 'confirm' | 'waive') =>
      who.raw('POST', `/api/obligations/${one?.id}/moves`, { body: { move: name, revision: 0 } })
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, () => press(respondent, 'claim')),
      ...Array.from({ length: 6 }, () => press(applicant, 'confirm')),
      ...Array.from({ length: 6 }, () => press(applicant, 'waive')),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(17)
  })

  test('and the other that end at the same moment are together the last', async () => {
    const agreed = await anAgreement(service, (one) => [pays(one), pays(one, { dueOn: '2026-03-25' })])
    await Promise.all([0, 1].map((at) => moveObligation(agreed.applicant, agreed.id, { move: 'confirm' }, at)))
    const { timeline } = await agreed.mediator.call('cases.get', { params: { id: agreed.id } })
    expect(timeline.filter(({ text }) => text.includes('约定的事项都已履行'))).toHaveLength(1)
  })
})

describe('of somebody without an account', () => {
  test('the mediator notes the word, and on what it rests', async () => {
    const gridWorker = await service.staff('gridWorker')
    const { aDispute, aMediator } = await import('@tests/support/factories')
    const mediator = await aMediator(service)
    const { id } = await aDispute(service, gridWorker, { onBehalfOf: { name: '孙奶奶' }, preferredMediatorId: mediator.personId })
    await move(mediator, id, { move: 'accept' })
    await move(mediator, id, { move: 'startMediation', respondentConsent: 'inPerson' })
    await move(mediator, id, { move: 'agree' })
    const { parties } = await mediator.call('cases.get', { params: { id } })
    const partyOf = (side: string) => parties.find((party) => party.side === side)?.id ?? ''
    const promise = { fromPartyId: partyOf('respondent'), toPartyId: partyOf('applicant'), what: '清理水沟', dueOn: '2026-03-15' }
    await anEffectivePaper({ service, caseId: id, promises: [promise], kind: 'oral' })
    await service.drain()
    const found = await obligationsFor(mediator, id)
    expect(found.judicial).toBeNull()
    expect(found.items[0]?.can).toEqual(['claim', 'confirm', 'remind'])
    expect(await refusal(moveObligation(mediator, id, { move: 'confirm' }))).toEqual([400, 'invalid_input'])
    expect(await moveObligation(mediator, id, { move: 'confirm', note: '电话问过孙奶奶，水沟已通' })).toMatchObject({ state: 'done' })
  })
})
