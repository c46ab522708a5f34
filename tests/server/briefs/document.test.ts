import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linesOf } from '@server/modules/briefs/document/lines'
import type { BriefView } from '@shared/briefs/schemas'
import { aService, type Client, type Service } from '@tests/support/service'
import { download, unzip } from '../archive/support'
import { aDraft, carryThrough, signAs, submit } from './papers-support'

let service: Service
let author: Client
let signer: Client
let office: Client
let department: Client
beforeAll(async () => {
  service = await aService()
  author = await service.staff('cppccMember', { name: '委员老梁' })
  signer = await service.staff('cppccMember', { name: '委员小郑' })
  office = await service.staff('cppccOffice')
  department = await service.staff('department')
})
afterAll(() => service?.close())

const paper = (client: Client, id: string) => download(service, client, `/api/briefs/${id}/document`)
/** The paragraphs of a Word file, as they read. */
const paragraphsOf = (bytes: Buffer): string[] => {
  const xml = unzip(bytes).get('word/document.xml')?.toString('utf8') ?? ''
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  )
}

describe('a brief on paper', () => {
  test('has title, author, signers, number, numbered claims with what they rest on, the evidence and the answer', async () => {
    const { id } = await aDraft(service, author, { title: '关于上学路上没有路灯的反映' })
    await signAs(author, signer, id)
    await submit(author, id)
    const { number } = await carryThrough({ service, office, department, id, answer: '灯已装好。\n每月巡查一次。' })
    const { status, bytes, headers } = await paper(office, id)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('wordprocessingml')
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain('关于上学路上没有路灯的反映.docx')
    const lines = paragraphsOf(bytes)
    expect(lines[0]).toBe('社情民意信息')
    expect(lines[1]).toMatch(new RegExp(`^编号：${number}　　地区：东河县　　日期：\\d{4}年\\d{1,2}月\\d{1,2}日$`))
    expect(lines.slice(2)).toEqual([
      '关于上学路上没有路灯的反映',
      '反映人：委员老梁',
      '联名：委员小郑',
      '一、情况反映',
      '1．村口到学校没有路灯。（依据1）',
      '二、原因分析',
      '1．没有单位负责维护。（依据1）',
      '三、意见建议',
      '1．请电力部门装灯并定期巡查。（针对情况1、原因1）',
      '四、依据',
      '依据1（调研所见）晚上去看过，一路都是黑的。——委员走访',
      '五、采用情况',
      expect.stringMatching(/^区县采用：县政府办公室，/),
      '六、承办答复',
      '灯已装好。',
      '每月巡查一次。',
      '东河县自然资源局',
      expect.stringMatching(/^\d{4}年\d{1,2}月\d{1,2}日$/),
    ])
  })

  test('is set in the fonts of the office, with page numbers', async () => {
    const { id } = await aDraft(service, author)
    const files = unzip((await paper(author, id)).bytes)
    const xml = files.get('word/document.xml')?.toString('utf8') ?? ''
    for (const font of ['仿宋', '黑体', '宋体', '楷体']) expect(xml).toContain(`w:eastAsia="${font}"`)
    const footers = [...files].filter(([name]) => name.startsWith('word/footer')).map(([, data]) => data.toString('utf8'))
    expect(footers.some((footer) => footer.includes('PAGE'))).toBe(true)
  })

  test('holds no word that others may not read, not even for its author and before it is submitted', async () => {
    const { id } = await aDraft(service, author, { situation: '找过赵主任，电话13812345678，一直没人来修。' })
    const text = paragraphsOf((await paper(author, id)).bytes).join('\n')
    expect(text).toContain('一直没人来修')
    expect(text).not.toMatch(/赵|13812345678/)
    expect(text).toContain('未编号')
  })

  test('is there for whoever may read the brief, and for nobody else', async () => {
    const { id } = await aDraft(service, author)
    expect((await paper(author, id)).status).toBe(200)
    for (const other of [signer, office, department, await service.login('路人')]) expect((await paper(other, id)).status).toBe(404)
    await submit(author, id)
    expect((await paper(office, id)).status).toBe(200)
    expect((await paper(signer, id)).status).toBe(404)
    expect((await service.anonymous.raw('GET', `/api/briefs/${id}/document`)).status).toBe(401)
  })
})

const withOffice = spawnSync('which', ['soffice']).status === 0 ? test : test.skip
withOffice(
  'the Word file opens in LibreOffice and reads as it should',
  async () => {
    const { id } = await aDraft(service, author)
    const folder = mkdtempSync(join(tmpdir(), 'brief-'))
    try {
      writeFileSync(join(folder, 'brief.docx'), (await paper(author, id)).bytes)
      const options = [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        folder,
      ]
      execFileSync('soffice', [...options, join(folder, 'brief.docx')], { stdio: 'ignore', timeout: 100_000 })
      const text = readFileSync(join(folder, 'brief.txt'), 'utf8')
      for (const line of ['社情民意信息', '反映人：委员老梁', '一、情况反映', '1．村口到学校没有路灯。（依据1）', '四、依据'])
        expect(text).toContain(line)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  120_000,
)

test('evidence is numbered in the order in which the claims rest on it', () => {
  const claim = (id: string, evidenceIds: string[]) => ({ id, text: `第${id}条`, evidenceIds, answers: [] })
  const one = (id: string) => ({ id, type: 'note' as const, text: `见闻${id}`, source: '走访' })
  const brief = {
    number: null,
    title: '题目',
    regionName: '东河县',
    author: { id: 'p', name: '委员' },
    signatures: [],
    situation: [claim('a', ['z', 'x']), claim('b', ['y', 'z'])],
    causes: [],
    suggestions: [],
    evidence: [one('unused'), one('x'), one('y'), one('z')],
    adoptions: [],
    instructions: [],
    department: null,
    answer: null,
  } as unknown as BriefView
  const texts = linesOf(brief, new Date('2026-03-01T00:00:00+08:00')).map(({ text }) => text)
  expect(texts).toContain('1．第a条（依据1、2）')
  expect(texts).toContain('2．第b条（依据1、3）')
  expect(texts.filter((text) => text.startsWith('依据'))).toEqual([
    '依据1（调研所见）见闻z——走访',
    '依据2（调研所见）见闻x——走访',
    '依据3（调研所见）见闻y——走访',
    '依据4（调研所见）见闻unused——走访',
  ])
  expect(texts[1]).toBe('编号：未编号　　地区：东河县　　日期：2026年3月1日')
})
