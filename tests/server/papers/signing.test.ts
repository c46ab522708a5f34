import { PaperModel } from '@server/modules/papers/paper.model'
import { database } from '@server/platform/database'
import { aService, type Service } from '@tests/support/service'
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
  STROKES,
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

const change = (paper: { id: string; version: number }, content: Record<string, string>) =>
  one.mediator.call('papers.change', { params: { id: paper.id }, body: { version: paper.version, content } })

describe('a signature', () => {
  test('over a text that changed meanwhile is refused, and nothing is signed', async () => {
    const opened = await openForSigning(one, 'agreement')
    const changed = await change(opened, { terms: '不用改排水了。' })
    await expect(sign(one.applicant, opened)).rejects.toMatchObject(fails(409, 'text_changed'))
    const again = await movePaper(one.mediator, await movePaper(one.mediator, changed, 'present'), 'openSigning')
    await expect(sign(one.applicant, opened)).rejects.toMatchObject(fails(409, 'text_changed'))
    await expect(read(one.applicant, opened)).rejects.toMatchObject(fails(409, 'text_changed'))
    expect((await sign(one.applicant, again)).signatures).toHaveLength(1)
  })
  test('does not outweigh what the same person objects afterwards; saying that it is right, or signing, does', async () => {
    const opened = await openForSigning(one, 'agreement')
    await read(one.respondent, opened, { agreed: false, remark: '先不签' })
    for (const client of [one.applicant, one.respondent, one.mediator]) await sign(client, opened)
    await read(one.applicant, opened, { agreed: false, remark: '钱数写错了' })
    expect((await get(one.mediator, opened.id)).can).not.toContain('seal')
    await expect(movePaper(one.mediator, opened, 'seal')).rejects.toMatchObject(fails(409, 'conflict'))
    await read(one.applicant, opened)
    expect((await get(one.mediator, opened.id)).can).toContain('seal')
    expect(await movePaper(one.mediator, opened, 'seal')).toMatchObject({ status: 'effective' })
  })
  test('and a correction at once: never a signature under a text that was not seen', async () => {
    for (let round = 0; round < 8; round += 1) {
      const opened = await openForSigning(one, 'record')
      await Promise.allSettled([sign(one.applicant, opened), change(opened, { talk: `改第${round}次` }), sign(one.respondent, opened)])
      const now = await get(one.mediator, opened.id)
      const stored = await PaperModel.findById(opened.id).lean()
      expect(stored?.signatures.every((signature) => signature.digest === now.digest)).toBe(true)
      if (now.version === 2) expect(now.signatures).toEqual([])
    }
  })
  test('of two people at once: both are kept; of the same person many times at once: one', async () => {
    const opened = await openForSigning(one, 'agreement')
    const results = await Promise.allSettled([
      ...Array.from({ length: 6 }, () => sign(one.applicant, opened)),
      ...Array.from({ length: 6 }, () => sign(one.respondent, opened)),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(2)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject(fails(409, 'already_exists'))
    const { signatures } = await get(one.mediator, opened.id)
    expect(new Set(signatures.map((signature) => signature.partyId))).toEqual(new Set([one.parties.applicant, one.parties.respondent]))
  })
  test('sent again with its key is the same signature', async () => {
    const opened = await openForSigning(one, 'agreement')
    const answers = await Promise.all(Array.from({ length: 5 }, () => sign(one.applicant, opened, {}, `sign-${one.id}`)))
    expect(new Set(answers.map((answer) => answer.signatures[0]?.id)).size).toBe(1)
    const other = STROKES.slice(1)
    await expect(sign(one.applicant, opened, { strokes: other }, `sign-${one.id}`)).rejects.toMatchObject(
      fails(422, 'idempotency_mismatch'),
    )
  })
  test.each([
    ['a tap', [[500, 500]], 'strokes'],
    ['half a point', [[100, 100, 300]], 'strokes'],
    ['a point outside of the pad', [[100, 2000]], 'strokes.0.1'],
    ['nothing', [], 'strokes'],
    ['more strokes than a name has', Array.from({ length: 61 }, () => [100, 100, 300, 300]), 'strokes'],
    ['more points than a name takes', Array.from({ length: 11 }, () => Array.from({ length: 1100 }, () => 1000)), 'strokes'],
  ])('that is %s is refused', async (_, strokes, path) => {
    const opened = await openForSigning(one, 'agreement')
    await expect(sign(one.applicant, opened, { strokes })).rejects.toMatchObject(misses(path))
  })
  test('before the paper is open for it is refused', async () => {
    const shown = await movePaper(one.mediator, await draft(one, 'record'), 'present')
    await expect(sign(one.applicant, shown)).rejects.toMatchObject(fails(409, 'move_not_allowed'))
  })
  test('with very many strokes is thinned, so that a paper stays small', async () => {
    const opened = await openForSigning(one, 'agreement')
    const strokes = Array.from({ length: 60 }, (_, line) => Array.from({ length: 200 }, (_unused, index) => (index * 7 + line * 13) % 1001))
    const { signatures } = await sign(one.applicant, opened, { strokes })
    const numbers = signatures[0]?.strokes.flat().length ?? 0
    expect(numbers).toBeGreaterThan(1000)
    expect(numbers).toBeLessThan(5000)
    expect(signatures[0]?.strokes[3]?.slice(0, 2)).toEqual(strokes[3]?.slice(0, 2))
    const [stored] = await database()
      .collection(PaperModel.collection.name)
      .aggregate([{ $match: { digest: opened.digest } }, { $project: { size: { $bsonSize: '$$ROOT' } } }])
      .toArray()
    expect(stored?.size).toBeLessThan(50_000)
  })
})

describe('in whose name', () => {
  test('a guardian reads and signs for a minor, who cannot', async () => {
    const guardian = await somebody(service, '监护')
    await join(one.applicant, one.id, guardian, { part: 'guardian', actsFor: one.parties.applicant })
    await one.mediator.call('parties.change', { params: { id: one.id, partyId: one.parties.applicant }, body: { minor: true } })
    const opened = await openForSigning(one, 'agreement')
    await expect(sign(one.applicant, opened)).rejects.toMatchObject(fails(403, 'not_acting'))
    expect((await get(guardian, opened.id)).can).toEqual(['read', 'sign'])
    const signed = await sign(guardian, opened)
    expect(signed.signatures).toMatchObject([{ partyId: one.parties.applicant, role: expect.stringContaining('监护人') }])
  })
  test('nobody signs for a minor without a guardian, not even on the telephone of the mediator', async () => {
    const opened = await openForSigning(one, 'agreement')
    await one.mediator.call('parties.change', { params: { id: one.id, partyId: one.parties.applicant }, body: { minor: true } })
    await expect(sign(one.applicant, opened)).rejects.toMatchObject(fails(403, 'not_acting'))
    await expect(sign(one.mediator, opened, { forPartyId: one.parties.applicant })).rejects.toMatchObject(fails(403, 'not_acting'))
  })
  test('signing is not opened while nobody can sign for a minor, and is once a guardian has joined', async () => {
    await one.mediator.call('parties.change', { params: { id: one.id, partyId: one.parties.applicant }, body: { minor: true } })
    const presented = await movePaper(one.mediator, await draft(one, 'agreement'), 'present')
    expect(presented.can).not.toContain('openSigning')
    await expect(movePaper(one.mediator, presented, 'openSigning')).rejects.toMatchObject(fails(409, 'not_acting'))
    expect(await get(one.mediator, presented.id)).toMatchObject({ status: 'reading' })
    const guardian = await somebody(service, '监护')
    await join(one.mediator, one.id, guardian, { part: 'guardian', actsFor: one.parties.applicant })
    expect((await get(one.mediator, presented.id)).can).toContain('openSigning')
    expect(await movePaper(one.mediator, presented, 'openSigning')).toMatchObject({ status: 'signing' })
  })
  test('a representative signs with a special authority only, which a sealed paper gives and a void one takes', async () => {
    const agent = await somebody(service, '代')
    const agentId = await join(one.applicant, one.id, agent, { part: 'representative', actsFor: one.parties.applicant })
    const opened = await openForSigning(one, 'agreement')
    await expect(sign(agent, opened)).rejects.toMatchObject(fails(403, 'not_acting'))

    const named = { fromPartyId: one.parties.applicant, toPartyId: agentId }
    await expect(draft(one, 'authority', named)).rejects.toMatchObject(misses('scope'))
    await expect(draft(one, 'authority', { ...named, toPartyId: one.parties.respondent, scope: 'special' })).rejects.toMatchObject(
      misses('toPartyId'),
    )
    const general = await inForce(one, 'authority', { ...named, scope: 'general' })
    expect((await show(one.mediator, one.id)).parties.find((party) => party.id === agentId)?.authority).toBe('general')
    expect(general.signatures.map((signature) => signature.partyId)).toEqual([one.parties.applicant, agentId])
    await expect(sign(agent, opened)).rejects.toMatchObject(fails(403, 'not_acting'))
    await expect(one.respondent.call('papers.get', { params: { id: general.id } })).rejects.toMatchObject(fails(404, 'not_found'))

    const special = await inForce(one, 'authority', { ...named, scope: 'special' })
    expect((await sign(agent, opened)).signatures).toMatchObject([
      { partyId: one.parties.applicant, role: expect.stringContaining('代理人') },
    ])
    await expect(sign(one.applicant, opened)).rejects.toMatchObject(fails(409, 'already_exists'))
    await movePaper(one.mediator, special, 'void', { reason: '委托人收回' })
    expect((await show(one.mediator, one.id)).parties.find((party) => party.id === agentId)?.authority).toBeNull()
  })
  test('a party that is no signer of a paper does not sign it', async () => {
    const opened = await openForSigning(one, 'survey', { fromPartyId: one.parties.respondent })
    await expect(get(one.applicant, opened.id)).rejects.toMatchObject(fails(404, 'not_found'))
    expect((await sign(one.respondent, opened)).signatures).toHaveLength(1)
    await expect(sign(one.mediator, opened, { forPartyId: one.parties.applicant })).rejects.toMatchObject(fails(403, 'not_acting'))
  })
})

describe('the seal', () => {
  test('is set once, however often it is pressed at once', async () => {
    const opened = await openForSigning(one, 'record')
    await Promise.all([sign(one.applicant, opened), sign(one.respondent, opened), sign(one.mediator, opened)])
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => movePaper(one.mediator, opened, 'seal')))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject(fails(409, 'move_not_allowed'))
    const found = await show(one.mediator, one.id)
    expect(found.timeline.filter((entry) => entry.type === 'paper.effective')).toHaveLength(1)
  })
  test('waits for everybody who takes part when it is set', async () => {
    const opened = await openForSigning(one, 'record')
    for (const client of [one.applicant, one.respondent, one.mediator]) await sign(client, opened)
    const other = await somebody(service, '同')
    await join(one.applicant, one.id, other, { part: 'coParty' })
    await expect(movePaper(one.mediator, opened, 'seal')).rejects.toMatchObject(fails(409, 'conflict'))
    await sign(other, opened)
    expect(await movePaper(one.mediator, opened, 'seal')).toMatchObject({ status: 'effective' })
  })
  test('gives numbers one after the other, without gaps, also to many at once', async () => {
    const opened: Awaited<ReturnType<typeof openForSigning>>[] = []
    for (let count = 0; count < 6; count += 1) {
      const paper = await openForSigning(one, 'survey')
      await sign(one.mediator, paper)
      opened.push(paper)
    }
    const sealed = await Promise.all(opened.map((paper) => movePaper(one.mediator, paper, 'seal')))
    const serials = sealed.map((paper) => Number(/第(\d+)号/.exec(paper.number ?? '')?.[1])).sort((a, b) => a - b)
    expect(serials).toEqual(serials.map((_, index) => (serials[0] ?? 0) + index))
  })
})

describe('the page behind the code', () => {
  const codeOf = (url: string | null) => new URL(url?.replace('/#/', '/') ?? 'x:').searchParams.get('code') ?? ''
  test('says that a paper is genuine, and nothing else of the case', async () => {
    const sealed = await inForce(one, 'agreement')
    const code = codeOf(sealed.verifyUrl)
    expect(code).toMatch(/^[A-Z2-7]{16}$/)
    const view = await service.anonymous.call('papers.verify', { params: { code: code.toLowerCase() } })
    expect(view).toEqual({
      genuine: true,
      kindName: '人民调解协议书',
      number: sealed.number,
      effectiveOn: sealed.effectiveAt?.slice(0, 10),
      organisationName: '桥头村人民调解委员会',
      digest: sealed.digest,
      signatures: 3,
      void: false,
    })
    await movePaper(one.mediator, sealed, 'void', { reason: '重新签' })
    expect(await service.anonymous.call('papers.verify', { params: { code } })).toMatchObject({ void: true })
  })
  test('knows no forged code', async () => {
    for (const code of ['A'.repeat(16), 'ABCDEFGH', '2'.repeat(40)])
      await expect(service.anonymous.call('papers.verify', { params: { code } })).rejects.toMatchObject(fails(404, 'not_found'))
    for (const code of ['short', '..%2F..%2Fetc', '%24ne-123456'])
      expect((await service.anonymous.raw('GET', `/api/verifications/${code}`)).status).toBe(400)
  })
})

test('what somebody has signed is part of the export of their data', async () => {
  const opened = await openForSigning(one, 'record')
  await sign(one.applicant, opened)
  const { parts } = await one.applicant.call('me.export')
  expect(parts.papers).toMatchObject([{ kind: '调解笔录', text: opened.text, signedAt: [expect.any(String)] }])
})

test('a paper is not signed for a case that was withdrawn', async () => {
  const opened = await openForSigning(one, 'record')
  await moveCase(one.applicant, one.id, 'withdraw', { reason: '自己谈好了' })
  await expect(sign(one.applicant, opened)).rejects.toMatchObject(fails(409, 'move_not_allowed'))
})
