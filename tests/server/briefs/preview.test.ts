import { aService, type Service } from '@tests/support/service'
import { aCast, type Cast } from './cast'
import { aDraft, submit } from './papers-support'

let service: Service
let cast: Cast
beforeAll(async () => {
  service = await aService()
  cast = await aCast(service)
})
afterAll(() => service?.close())

describe('the preview', () => {
  const RAW = {
    title: '关于王建国主任反映路灯的情况',
    situation: '村口3户人家，电话13812345678，住3栋2单元501，车牌鄂A12345，晚上看不清。',
  }

  test('shows the author what is taken out and where; nobody else ever sees it', async () => {
    const { id } = await aDraft(service, cast.author, RAW)
    const params = { id }
    const preview = await cast.author.call('briefs.preview', { params })
    expect(preview.parts[0]?.claims[0]?.text).toBe('村口若干户人家，电话[电话]，住某处，车牌[车牌]，晚上看不清。')
    expect(preview.removed).toEqual(
      expect.arrayContaining([
        { where: '标题', kind: 'name', before: '王建国主任', after: '某主任' },
        { where: '情况反映第1条', kind: 'smallCount', before: '3户', after: '若干户' },
        { where: '情况反映第1条', kind: 'phone', before: '13812345678', after: '[电话]' },
        { where: '情况反映第1条', kind: 'plate', before: '鄂A12345', after: '[车牌]' },
        { where: '情况反映第1条', kind: 'address', before: '3栋2单元501', after: '某处' },
      ]),
    )
    await cast.author.call('briefs.invite', { params, body: { memberId: cast.signer.personId } })
    const seen = JSON.stringify([
      await cast.signer.call('briefs.get', { params }),
      await cast.signer.call('briefs.preview', { params }),
      await cast.signer.call('briefs.list', { query: { view: 'asked' } }),
    ])
    for (const secret of ['王建国', '13812345678', '3栋', 'A12345', '3户']) expect(seen).not.toContain(secret)
    expect((await cast.author.call('briefs.get', { params })).title).toBe(RAW.title)
    await submit(cast.author, id)
    for (const client of [cast.office, cast.author])
      for (const secret of ['王建国', '13812345678', 'A12345', '3户'])
        expect(JSON.stringify(await client.call('briefs.get', { params }))).not.toContain(secret)
  })

  test('of another text than the one that is submitted does not count', async () => {
    const { id } = await aDraft(service, cast.author)
    const params = { id }
    const { digest } = await cast.author.call('briefs.preview', { params })
    const { revision } = await cast.author.call('briefs.get', { params })
    const changed = await cast.author.call('briefs.write', { params, body: { revision, title: '关于村口路灯和人行道的反映' } })
    const body = { move: 'submit', revision: changed.revision, digest }
    const refused = await cast.author.raw('POST', `/api/briefs/${id}/moves`, { body })
    expect([refused.status, refused.body.code]).toEqual([409, 'text_changed'])
    const none = await cast.author.raw('POST', `/api/briefs/${id}/moves`, { body: { move: 'submit', revision: changed.revision } })
    expect([none.status, none.body.errors[0].path]).toEqual([400, 'digest'])
  })

  test('of a text that grows by what stands for others is submitted all the same', async () => {
    const { id } = await aDraft(service, cast.author, { situation: '有3户。'.repeat(250) })
    const { state, situation } = await submit(cast.author, id)
    expect([state, situation[0]?.text.length]).toEqual(['submitted', 1250])
  })

  test('says the same of a submitted text as when it was looked at', async () => {
    const { id } = await aDraft(service, cast.author, RAW)
    const { digest } = await cast.author.call('briefs.preview', { params: { id } })
    await submit(cast.author, id)
    const later = await cast.author.call('briefs.preview', { params: { id } })
    expect([later.digest, later.removed]).toEqual([digest, []])
  })
})
