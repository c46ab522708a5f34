import { composeDocket } from '@server/modules/archive/compose-docket'
import type { DocketSource } from '@server/modules/archive/source'
import { writeDocument } from '@server/modules/archive/word/write-document'
import type { Case } from '@server/modules/cases'
import type { FileRef } from '@server/platform/files'
import { aService, type Client, type Service } from '@tests/support/service'
import sharp from 'sharp'
import { hasOffice, printed } from './pdf'
import { aFile, anObligation, aPaper, aSource, aVisit } from './sources'

let service: Service
let resident: Client
let office: boolean
beforeAll(async () => {
  office = await hasOffice()
  service = await aService()
  resident = await service.login('小林')
})
afterAll(() => service.close())

/** Photos of noise, which are as large as photos get; made from one, for noise takes long. */
const photos = async (count: number): Promise<FileRef[]> => {
  const size = { width: 1200, height: 900 }
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 25 }
  const base = await sharp({ create: { ...size, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 60 })
    .toBuffer()
  const files: FileRef[] = []
  for (let at = 0; at < count; at += 1) {
    const {
      id,
      mime,
      size: bytes,
    } = await resident.upload(
      await sharp(base)
        .modulate({ brightness: 0.7 + at / 20 })
        .jpeg()
        .toBuffer(),
    )
    files.push({ id, mime, size: bytes })
  }
  return files
}

const write = async (over: Partial<DocketSource>, doc: Partial<Case> = {}) => {
  const docket = composeDocket(aSource(over, doc))
  return { docket, document: await writeDocument(docket, { title: '卷宗', creator: '桥头村人民调解委员会' }) }
}

/** What LibreOffice prints has as many pages as were counted, and everything begins where the index says. */
const agrees = async (made: Awaited<ReturnType<typeof write>>) => {
  const { pages, outline } = await printed(made.document)
  expect(pages).toBe(made.docket.pages)
  const begins = made.docket.items.filter((item) => item.present).map((item) => item.from)
  expect(outline.map(({ page }) => page)).toEqual(begins)
}

const LONG = `${'双方就雨棚排水一事协商多次。Ａ栋502室，电话见系统；金额12,345.60元（含误工费）。“和为贵”，各退一步……'.repeat(40)}\n${'WWWMMM@@@ https://example.test/very/long/path?with=query '.repeat(30)}`

describe('the document', () => {
  test('has the pages that its index says, as LibreOffice prints it', async () => {
    if (!office) return
    const files = await photos(5)
    const papers = [
      aPaper({ kind: 'rights', title: '权利义务告知书' }),
      aPaper({
        kind: 'record',
        title: '调解笔录',
        paragraphs: [...aPaper().paragraphs, { style: 'body', text: LONG, strokes: [] }, ...aPaper().paragraphs.slice(4)],
      }),
      aPaper(),
    ]
    const obligations = Array.from({ length: 45 }, (_, index) =>
      anObligation({ part: index + 1, parts: 45, note: index % 7 === 0 ? LONG.slice(0, 200) : '' }),
    )
    const questions = [
      {
        id: 'q',
        toKey: 'o:x',
        toName: '东河县自然资源局',
        question: '雨棚是否需要审批？',
        files: files.slice(3),
        askedAt: new Date('2026-03-03T02:00:00Z'),
        answer: LONG.slice(0, 900),
        answeredAt: new Date('2026-03-05T02:00:00Z'),
        answeredBy: 'x',
      },
    ]
    await agrees(
      await write(
        { papers, obligations, followUps: [aVisit(), aVisit({ round: 2 })] },
        { files: files.slice(0, 3), text: LONG, questions },
      ),
    )
  })

  test('says of a photo that cannot be shown that it cannot, in the same place', async () => {
    if (!office) return
    await agrees(await write({}, { files: [aFile(), ...(await photos(1)), aFile()] }))
  })

  test('with 300 photos is made in bounded time and memory, while the service goes on answering', async () => {
    const ten = await photos(10)
    const files = Array.from({ length: 300 }, (_, index) => ten[index % 10] as FileRef)
    const before = process.memoryUsage().rss
    let [most, slowest, answered] = [0, 0, 0]
    let going = true
    const asking = (async () => {
      while (going) {
        const began = performance.now()
        await service.anonymous.raw('GET', '/healthz')
        slowest = Math.max(slowest, performance.now() - began)
        most = Math.max(most, process.memoryUsage().rss)
        answered += 1
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    })()
    const began = performance.now()
    const made = await write({}, { files })
    const seconds = (performance.now() - began) / 1000
    going = false
    await asking
    expect(made.docket.items.find((item) => item.part === 'evidence')?.pages.length).toBe(150)
    expect(seconds).toBeLessThan(300)
    expect((most - before) / 2 ** 20).toBeLessThan(600)
    expect(answered).toBeGreaterThan(20)
    console.log(
      `300 photos: ${seconds.toFixed(1)} s, ${(made.document.length / 2 ** 20).toFixed(1)} MB, +${Math.round((most - before) / 2 ** 20)} MB, slowest answer ${Math.round(slowest)} ms`,
    )
    if (office) await agrees(made)
  }, 400_000)
})
