import { download, unzip } from '@tests/server/archive/support'
import { aService, type Client, type Service } from '@tests/support/service'
import {
  aMediation,
  draft,
  fails,
  get,
  inForce,
  join,
  type Mediation,
  misses,
  moveCase,
  movePaper,
  openForSigning,
  read,
  show,
  sign,
  somebody,
} from './support'

let service: Service
let one: Mediation
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service.close())
beforeEach(async () => {
  one = await aMediation(service)
})

const list = async (client: Client, id = one.id) => (await client.call('papers.list', { params: { id } })).items
const promise = (over: object = {}) => ({
  fromPartyId: one.parties.respondent,
  toPartyId: one.parties.applicant,
  what: '墙脚修补费',
  amountCents: 300_000,
  dueOn: '2099-12-31',
  ...over,
})

describe('a template', () => {
  test('is filled with what the case knows, and fits the kind of dispute', async () => {
    const { items } = await one.mediator.call('papers.templates', { params: { id: one.id }, query: {} })
    expect(items.map((item) => item.kind)).toEqual(['application', 'rights', 'authority', 'survey', 'record', 'agreement', 'oral'])
    const agreement = items.find((item) => item.kind === 'agreement')
    const found = await show(one.mediator, one.id)
    expect(agreement?.content.facts).toBe(found.text)
    expect(agreement?.content.applicants).toBe(`申请人：${found.parties[0]?.name}`)
    expect(agreement?.fields.map((field) => field.key)).toContain('upkeep')
    const wages = await aMediation(service, { category: 'labour.wage' })
    const query = { kind: 'agreement' as const }
    const other = await wages.mediator.call('papers.templates', { params: { id: wages.id }, query })
    expect(other.items[0]?.fields.map((field) => field.key)).toContain('employment')
  })
  test('is offered to whoever has the case only', async () => {
    const ask = (client: Client) => client.call('papers.templates', { params: { id: one.id }, query: {} })
    await expect(ask(one.applicant)).rejects.toMatchObject(fails(403, 'forbidden'))
    await expect(ask(await service.staff('dispatcher'))).rejects.toMatchObject(fails(403, 'forbidden'))
    await expect(ask(await service.login('路人'))).rejects.toMatchObject(fails(404, 'not_found'))
  })
  test('with a missing field can be drafted, but is not shown to anybody', async () => {
    const paper = await draft(one, 'record', { content: { outcome: '', talk: ' ' } })
    expect(paper.text).toContain('＿＿＿＿')
    await expect(movePaper(one.mediator, paper, 'present')).rejects.toMatchObject(misses('content.talk', 'content.outcome'))
  })
  test.each([
    [{ content: { nothing: 'x' } }, 'content.nothing'],
    [{ content: { manner: 'x'.repeat(201) } }, 'content.manner'],
    [{ content: { manner: '一行\n两行' } }, 'content.manner'],
    [{ content: { manner: '\u0007' } }, 'content.manner'],
    [{ promises: [{ fromPartyId: 'nobody', toPartyId: 'x', what: 'x', dueOn: '2099-01-01' }] }, 'promises.0.fromPartyId'],
    [{ toPartyId: 'x' }, 'toPartyId'],
    [{ scope: 'general' as const }, 'scope'],
  ])('refuses what it has no place for: %j', async (over, path) => {
    const errors = expect.arrayContaining([expect.objectContaining({ path })])
    await expect(draft(one, 'agreement', over as never)).rejects.toMatchObject({ status: 400, problem: { code: 'invalid_input', errors } })
  })
  test('refuses a date that is none, a choice that it does not offer, and promises where they do not belong', async () => {
    await expect(draft(one, 'record', { content: { on: '2026-02-30' } })).rejects.toMatchObject(misses('content.on'))
    await expect(draft(one, 'record', { content: { outcome: '都好' } })).rejects.toMatchObject(misses('content.outcome'))
    await expect(draft(one, 'record', { promises: [promise()] })).rejects.toMatchObject(misses('promises'))
  })
  test('is not drafted before its time, nor for a complaint', async () => {
    await expect(draft(one, 'failure')).rejects.toMatchObject(fails(409, 'move_not_allowed'))
    await expect(draft(one, 'judicial')).rejects.toMatchObject(fails(409, 'move_not_allowed'))
    await moveCase(one.mediator, one.id, 'agree')
    await expect(draft(one, 'judicial')).rejects.toMatchObject(fails(409, 'move_not_allowed'))
    await expect(one.applicant.call('papers.create', { params: { id: one.id }, body: { kind: 'record' } })).rejects.toMatchObject(
      fails(403, 'forbidden'),
    )
  })
  test('sent twice with its key is drafted once', async () => {
    const send = (kind: string) =>
      one.mediator.raw('POST', `/api/cases/${one.id}/papers`, { body: { kind }, headers: { 'Idempotency-Key': `draft-${one.id}` } })
    const answers = await Promise.all([send('rights'), send('rights'), send('rights')])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 201])
    expect(await list(one.mediator)).toHaveLength(1)
    expect(await send('record')).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } })
  })
})

describe('an agreement', () => {
  test('goes from a draft through both hands to force, and its case agrees', async () => {
    const paper = await draft(one, 'agreement', { promises: [promise()] })
    expect(paper).toMatchObject({ status: 'draft', version: 1, can: ['change', 'present', 'void'], waitsFor: [] })
    expect(paper.text).toContain('金额3000.00元（叁仟元整）')
    expect(await list(one.applicant)).toEqual([])
    await expect(get(one.applicant, paper.id)).rejects.toMatchObject(fails(404, 'not_found'))

    const shown = await movePaper(one.mediator, paper, 'present')
    expect(shown.waitsFor.map((waiting) => waiting.me)).toEqual([false, false, true])
    expect((await get(one.applicant, paper.id)).can).toEqual(['read'])
    await read(one.applicant, shown)
    await read(one.mediator, shown, { forPartyId: one.parties.respondent })
    const opened = await movePaper(one.mediator, shown, 'openSigning')
    expect(opened.readings.map(({ partyId, agreed, current }) => [partyId, agreed, current])).toEqual([
      [one.parties.applicant, true, true],
      [one.parties.respondent, true, true],
    ])
    expect(opened.readings[1]?.name).toContain('调解员代为记录')
    await expect(movePaper(one.mediator, opened, 'seal')).rejects.toMatchObject(fails(409, 'conflict'))

    await sign(one.applicant, opened, { device: '华为 P60' })
    await sign(one.mediator, opened, { forPartyId: one.parties.respondent })
    const signed = await sign(one.mediator, opened)
    expect(signed.waitsFor).toEqual([])
    expect(signed.signatures.map(({ role, device }) => [role, device])).toEqual([
      ['申请人', '本人手机（华为 P60）'],
      ['被申请人', '调解员手机'],
      ['调解员', '本人手机'],
    ])
    const sealed = await movePaper(one.mediator, signed, 'seal')
    expect(sealed).toMatchObject({ status: 'effective', sealedBy: '桥头村人民调解委员会', can: ['void', 'download'] })
    expect(sealed.number).toMatch(/^（\d{4}）880101001001民调协字第\d{4}号$/)
    await service.drain()
    await service.drain()
    const found = await show(one.applicant, one.id)
    // There is something to be performed, so that it goes on at once.
    expect(['agreed', 'performing']).toContain(found.status)
    expect(found.timeline.map((entry) => entry.type)).toEqual(
      expect.arrayContaining(['paper.presented', 'paper.signing', 'paper.signed', 'paper.effective', 'agree']),
    )
    // Erasing a person must reach the timeline: it names nobody.
    expect(
      found.timeline
        .filter((entry) => entry.type.startsWith('paper.'))
        .map((entry) => entry.text)
        .join(),
    ).not.toMatch(/[李钱]\d/)
    expect((await get(one.respondent, sealed.id)).can).toEqual(['download'])
  })
  test('is corrected in sight of everybody who was shown it, and signatures over the old text fall away', async () => {
    const opened = await openForSigning(one, 'agreement', { promises: [promise()] })
    await sign(one.applicant, opened)
    const changed = await one.mediator.call('papers.change', {
      params: { id: opened.id },
      body: {
        version: 1,
        content: { manner: '当面交付现金' },
        promises: [promise({ amountCents: 320_000 })],
        note: '金额写错了',
      },
    })
    expect(changed).toMatchObject({ status: 'draft', version: 2, signatures: [] })
    expect(changed.digest).not.toBe(opened.digest)
    // A draft that is being corrected is not read by anybody else.
    expect(await get(one.applicant, opened.id)).toMatchObject({ status: 'draft', text: '', digest: '', changes: [] })
    await movePaper(one.mediator, changed, 'present')
    const { changes } = await get(one.applicant, opened.id)
    expect(changes).toMatchObject([{ version: 2, note: '金额写错了' }])
    expect(changes[0]?.fields.map((field) => field.label)).toEqual(['履行方式', '履行的事项', '作废的签名'])
    expect(changes[0]?.fields[1]).toMatchObject({ before: expect.stringContaining('3000.00'), after: expect.stringContaining('3200.00') })
    await expect(
      one.mediator.call('papers.change', { params: { id: opened.id }, body: { version: 1, content: { manner: 'x' } } }),
    ).rejects.toMatchObject(fails(409, 'text_changed'))
  })
  test('is not opened for signing while somebody objects', async () => {
    const shown = await movePaper(one.mediator, await draft(one, 'agreement'), 'present')
    await expect(read(one.respondent, shown, { agreed: false })).rejects.toMatchObject(misses('remark'))
    await read(one.respondent, shown, { agreed: false, remark: '三天来不及' })
    await expect(movePaper(one.mediator, shown, 'openSigning')).rejects.toMatchObject(fails(409, 'conflict'))
    expect((await get(one.mediator, shown.id)).can).not.toContain('openSigning')
    await read(one.respondent, shown)
    expect(await movePaper(one.mediator, shown, 'openSigning')).toMatchObject({ status: 'signing' })
  })
  test('with an amount due in the past is not shown', async () => {
    const paper = await draft(one, 'agreement', { promises: [promise({ dueOn: '2020-01-01' })] })
    await expect(movePaper(one.mediator, paper, 'present')).rejects.toMatchObject(misses('promises.0.dueOn'))
  })
  test('needs somebody of both sides', async () => {
    const shown = await movePaper(one.mediator, await draft(one, 'agreement'), 'present')
    await one.respondent.call('parties.quit', { params: { id: one.id }, body: { quit: true } })
    await expect(movePaper(one.mediator, shown, 'openSigning')).rejects.toMatchObject(fails(409, 'conflict'))
  })
  test('that was given up says so, with a reason', async () => {
    const sealed = await inForce(one, 'agreement')
    await expect(movePaper(one.mediator, sealed, 'void')).rejects.toMatchObject(misses('reason'))
    expect(await movePaper(one.mediator, sealed, 'void', { reason: '双方重新商量' })).toMatchObject({ status: 'void', can: ['download'] })
    expect(await get(one.applicant, sealed.id)).toMatchObject({ status: 'void', can: [] })
  })
  test('for which the other side never came into the app is signed on the telephone of the mediator', async () => {
    const applicant = await somebody(service, '孙')
    const body = {
      kind: 'dispute' as const,
      text: '邻居的树压坏了瓦。',
      regionCode: '880101001001001',
      preferredMediatorId: one.mediator.personId,
    }
    const { id } = await applicant.call('cases.submit', { body: { ...body, respondent: { name: '老周' } } })
    await moveCase(one.mediator, id, 'accept')
    const found = await moveCase(one.mediator, id, 'startMediation', { respondentConsent: 'inPerson' })
    const parties = { applicant: found.parties[0]?.id ?? '', respondent: found.parties[1]?.id ?? '' }
    const sealed = await inForce({ id, mediator: one.mediator, applicant, respondent: one.respondent, parties }, 'oral')
    expect(sealed.signatures.map((signature) => signature.name)).toContain('老周')
  })
})

test('a paper that was taken back is shown again, and its signatures are gone', async () => {
  const opened = await openForSigning(one, 'record')
  await sign(one.applicant, opened)
  const taken = await movePaper(one.mediator, opened, 'takeBack')
  expect(taken).toMatchObject({ status: 'draft', signatures: [], changes: [{ fields: [{ label: '作废的签名' }] }] })
  await expect(sign(one.respondent, opened)).rejects.toMatchObject(fails(409, 'move_not_allowed'))
})

describe('who reads', () => {
  test('a paper of one side is kept from the other, helpers only read, other staff and strangers do not know of it', async () => {
    const helper = await somebody(service, '帮')
    await join(one.applicant, one.id, helper, { part: 'helper' })
    const shown = await movePaper(one.mediator, await draft(one, 'application'), 'present')
    expect((await list(one.applicant)).map((item) => item.id)).toEqual([shown.id])
    expect(await list(one.respondent)).toEqual([])
    await expect(get(one.respondent, shown.id)).rejects.toMatchObject(fails(404, 'not_found'))
    expect((await get(helper, shown.id)).can).toEqual([])
    await expect(read(helper, shown)).rejects.toMatchObject(fails(403, 'forbidden'))
    await expect(sign(helper, shown)).rejects.toMatchObject(fails(403, 'forbidden'))
    const dispatcher = await service.staff('dispatcher')
    await expect(get(dispatcher, shown.id)).rejects.toMatchObject(fails(404, 'not_found'))
    await expect(list(dispatcher)).rejects.toMatchObject(fails(403, 'forbidden'))
    await expect(get(await service.login('路人'), shown.id)).rejects.toMatchObject(fails(404, 'not_found'))
    await expect(get(one.mediator, 'f'.repeat(24))).rejects.toMatchObject(fails(404, 'not_found'))
    await expect(get(one.mediator, 'x')).rejects.toMatchObject(fails(404, 'not_found'))
  })
  test('an applicant who asked for it is not named to the other side', async () => {
    const hidden = await aMediation(service, { anonymous: true })
    const paper = await draft(hidden, 'record')
    expect(paper.content.applicants).toBe('申请人：（要求匿名）')
    const shown = await movePaper(hidden.mediator, paper, 'present')
    await read(hidden.applicant, shown)
    const seen = await get(hidden.respondent, shown.id)
    expect([seen.waitsFor[0]?.name, seen.readings[0]?.name]).toEqual(['申请人', '申请人'])
  })
  test('nor in what is promised to them, by a signature that fell away, or in the Word file', async () => {
    const hidden = await aMediation(service, { anonymous: true })
    const { name } = await hidden.applicant.call('me.get')
    const promises = [{ fromPartyId: hidden.parties.respondent, toPartyId: hidden.parties.applicant, what: '赔偿', dueOn: '2099-01-05' }]
    const opened = await openForSigning(hidden, 'agreement', { promises })
    await sign(hidden.applicant, opened)
    const taken = await movePaper(hidden.mediator, opened, 'takeBack')
    const again = await movePaper(hidden.mediator, await movePaper(hidden.mediator, taken, 'present'), 'openSigning')
    for (const client of [hidden.applicant, hidden.respondent, hidden.mediator]) await sign(client, again)
    await movePaper(hidden.mediator, again, 'seal')
    await service.catchUp()
    const seen = await get(hidden.respondent, again.id)
    expect(seen.text).toContain('向申请人履行：赔偿')
    expect(seen.signatures.find((one) => one.partyId === hidden.parties.applicant)).toMatchObject({ name: '申请人', strokes: [] })
    expect(JSON.stringify(seen)).not.toContain(name)
    const found = await hidden.respondent.call('obligations.list', { params: { id: hidden.id } })
    expect(found.items[0]?.to.name).toBe('申请人')
    const own = await hidden.applicant.call('obligations.list', { params: { id: hidden.id } })
    expect(own.items[0]?.to.name).toBe(name)
    const word = await download(service, hidden.respondent, `/api/papers/${again.id}/document`)
    const text = unzip(word.bytes).get('word/document.xml')?.toString('utf8') ?? ''
    expect(text).toContain('赔偿')
    expect(text).not.toContain(name)
  })
  test('only whoever has the case changes and moves papers', async () => {
    const shown = await movePaper(one.mediator, await draft(one, 'record'), 'present')
    await expect(movePaper(one.applicant, shown, 'openSigning')).rejects.toMatchObject(fails(403, 'forbidden'))
    const change = { params: { id: shown.id }, body: { version: 1, content: { talk: '别的' } } }
    await expect(one.respondent.call('papers.change', change)).rejects.toMatchObject(fails(403, 'forbidden'))
    const { can } = await show(one.applicant, one.id)
    expect(can).toContain('readPapers')
    expect(can).not.toContain('draftPaper')
    expect((await show(one.mediator, one.id)).can).toEqual(expect.arrayContaining(['readPapers', 'draftPaper']))
  })
})

describe('a mediation that failed', () => {
  test('has its certificate drafted by itself, once, which the mediator alone signs', async () => {
    await moveCase(one.mediator, one.id, 'fail', { reason: '双方对排水走向谈不拢' })
    await service.drain()
    await service.drain()
    const [item, ...others] = await list(one.mediator)
    expect(others).toEqual([])
    if (!item) throw new Error('no certificate')
    expect(item).toMatchObject({ kind: 'failure', status: 'draft' })
    const paper = await get(one.mediator, item.id)
    expect(paper.text).toContain('双方对排水走向谈不拢')
    expect(paper.text).toContain('东河县人民法院')
    const opened = await movePaper(one.mediator, paper, 'present')
    expect(opened).toMatchObject({ status: 'signing', waitsFor: [{ partyId: null, me: true }] })
    await sign(one.mediator, opened)
    const sealed = await movePaper(one.mediator, opened, 'seal')
    expect((await get(one.respondent, sealed.id)).status).toBe('effective')
  })
  test('lets an agreement that was on the way be neither signed nor sealed', async () => {
    const opened = await openForSigning(one, 'agreement')
    await moveCase(one.mediator, one.id, 'fail', { reason: '反悔了' })
    await expect(sign(one.applicant, opened)).rejects.toMatchObject(fails(409, 'move_not_allowed'))
    expect((await get(one.applicant, opened.id)).can).toEqual([])
  })
})

test('the joint application to the court is filled from the agreement, and names the court of the county', async () => {
  const sealed = await inForce(one, 'agreement')
  await service.drain()
  const paper = await draft(one, 'judicial')
  expect(paper.content).toMatchObject({
    court: '东河县人民法院',
    agreementNumber: sealed.number,
    agreementOn: sealed.effectiveAt?.slice(0, 10),
  })
  const opened = await movePaper(one.mediator, await movePaper(one.mediator, paper, 'present'), 'openSigning')
  expect(opened.waitsFor.map((waiting) => waiting.partyId)).toEqual([one.parties.applicant, one.parties.respondent])
})
