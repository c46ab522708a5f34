import { type Consultation, ConsultationModel } from '@server/modules/consultations/consultation.model'
import { arrange } from '@server/modules/consultations/document/compose-document'
import { cut } from '@server/modules/consultations/document/cut'
import { writeDocument } from '@server/modules/consultations/document/write-document'
import { aService, type Client, type Service } from '@tests/support/service'
import { hasOffice, printed } from '../archive/pdf'
import { download, unzip } from '../archive/support'
import { aStage, leadTo, move, proposeAs, read, residents, type Stage, support } from './stages'

let service: Service
let stage: Stage
let reader: Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-11-26T09:00:00+08:00')
  stage = await aStage(service)
  reader = await service.login('读者')
})
afterAll(() => service?.close())

const paper = async (id: string) => {
  // The clock was moved: the session may have ended.
  await reader.call('me.get')
  return download(service, reader, `/api/consultations/${id}/document`)
}
const wordsOf = (bytes: Buffer): string => {
  const xml = unzip(bytes).get('word/document.xml')?.toString('utf8') ?? ''
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')
}
const long = (count: number) => '河堤步道装栏杆的事大家看法不一，'.repeat(Math.ceil(count / 16)).slice(0, count)

/** A topic with as many and as long words as the contract lets through. */
const theLongest = async (): Promise<string> => {
  const id = await proposeAs(stage.member, { title: long(60), text: long(1000) })
  await leadTo(stage, id, 'scheduled')
  for (let count = 0; count < 5; count += 1) {
    const meeting = { at: new Date(service.clock.now().getTime() + 86_400_000).toISOString(), minutes: 90, place: long(100), places: 500 }
    await move(stage.member, id, { move: 'reschedule', meeting })
  }
  await service.clock.advance(2 * 86_400_000)
  const { revision } = await read(stage.member, id)
  await stage.member.call('consultations.minutes', { params: { id }, body: { revision, text: long(10_000) } })
  await move(stage.member, id, { move: 'conclude', opinion: long(5000) })
  const dueAt = new Date(service.clock.now().getTime() + 20 * 86_400_000).toISOString()
  const tasks = Array.from({ length: 10 }, () => ({ organisationId: service.city.organisations.department, text: long(500), dueAt }))
  for (const task of (await move(stage.office, id, { move: 'passOn', tasks })).tasks)
    await stage.department.call('consultations.answerTask', { params: { id, taskId: task.id }, body: { text: long(3000), done: false } })
  await move(stage.office, id, { move: 'report', summary: long(3000) })
  return id
}

describe('the history of a topic on paper', () => {
  it('says who proposed and led it, what was said, asked and answered, and how it was judged', async () => {
    const id = await proposeAs(stage.member, { title: '河堤步道装不装栏杆' })
    const crowd = await residents(service, 6, '纸')
    await Promise.all(crowd.map((one) => support(one, id)))
    await leadTo(stage, id, 'reported')
    for (const one of crowd) await one.call('consultations.rate', { params: { id }, body: { score: 5 } })
    await leadTo(stage, id, 'judged')
    const { status, bytes } = await paper(id)
    expect(status).toBe(200)
    const words = wordsOf(bytes)
    for (const part of [
      '河堤步道装不装栏杆',
      '政协委员于11月26日提出',
      '宋委员牵头',
      '6 人附议',
      '早市时段单边停车',
      '东河县自然资源局',
      '已办：已经划好线',
      '停车线已经划好',
      '约 5 人评议：非常满意约 5',
    ])
      expect(words).toContain(part)
    expect(words).not.toContain('undefined')
  })

  it('of a proposal has what there is, and no empty headings', async () => {
    const id = await proposeAs(stage.member)
    const words = wordsOf((await paper(id)).bytes)
    expect(words).toContain('提出的理由')
    for (const heading of ['协商意见', '交办与答复', '办理结果', '评议']) expect(words).not.toContain(heading)
  })

  it('fits on one page, however much was written', async () => {
    const doc = (await ConsultationModel.findById(await theLongest()).lean<Consultation>()) as Consultation
    const judged = { ...doc, judgement: { until: doc.at, counts: [1000, 1000, 1000, 1000, 1000], people: 5000 } }
    const page = arrange(judged, { numbers: long(220), findings: Array.from({ length: 9 }, () => long(200)) })
    expect(page.parts).toHaveLength(8)
    expect(JSON.stringify(page)).toContain('…')
    if (await hasOffice()) expect((await printed(await writeDocument(page))).pages).toBe(1)
  })
})

it('what is cut has exactly the room it was given, and says that it was cut', () => {
  expect(cut('一二三四五', 5)).toBe('一二三四五')
  expect(cut('一二三四五六', 5)).toBe('一二三四…')
  expect(cut('  一二\n\n三 ', 5)).toBe('一二 三')
  expect([...cut('🌊🌊🌊', 2)]).toEqual(['🌊', '…'])
})
