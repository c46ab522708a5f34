import type { BriefView, MoveBrief, WriteBrief } from '@shared/briefs/schemas'
import { CITY } from '@tests/support/city'
import { aCase } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'

interface Written {
  title?: string
  regionCode?: string
  situation?: string
  cause?: string
  suggestion?: string
  /** Residents whose words it rests on. */
  residents?: Client[]
}

const TEXTS = ['路灯不亮', '路口太黑', '晚上看不清路', '灯杆倒了', '灯泡坏了', '线路老化', '孩子怕黑', '台阶没有灯']

/** A complaint of each resident, taken up as evidence. */
const takeUp = async (service: Service, author: Client, id: string, residents: Client[]) => {
  if (residents.length === 0) return
  for (const [i, resident] of residents.entries())
    await aCase(service, resident, { text: `${TEXTS[i % TEXTS.length]}，第${i + 1}回说了。`, category: 'utility.lamp', opinionUse: true })
  await service.drain()
  const { items } = await author.call('opinion.wordings', { query: { limit: residents.length } })
  for (const { id: wordingId } of items) await author.call('briefs.addEvidence', { params: { id }, body: { type: 'wording', wordingId } })
}

/** A draft that can be submitted. */
export const aDraft = async (service: Service, author: Client, over: Written = {}): Promise<BriefView> => {
  const { title = '关于村口路灯的反映', regionCode = CITY.county, residents = [] } = over
  const { id } = await author.call('briefs.start', { body: { title, regionCode } })
  const params = { id }
  const note = { type: 'note' as const, text: '晚上去看过，一路都是黑的。', source: '委员走访' }
  const { evidence } = await author.call('briefs.addEvidence', { params, body: note })
  await takeUp(service, author, id, residents)
  const { revision } = await author.call('briefs.get', { params })
  const body: WriteBrief = {
    revision,
    situation: [{ id: 's1', text: over.situation ?? '村口到学校没有路灯。', evidenceIds: evidence.map((one) => one.id), answers: [] }],
    causes: [{ id: 'c1', text: over.cause ?? '没有单位负责维护。', evidenceIds: evidence.map((one) => one.id), answers: [] }],
    suggestions: [{ id: 'a1', text: over.suggestion ?? '请电力部门装灯并定期巡查。', evidenceIds: [], answers: ['s1', 'c1'] }],
  }
  return author.call('briefs.write', { params, body })
}

export const moveBrief = async (client: Client, id: string, body: Omit<MoveBrief, 'revision'>): Promise<BriefView> => {
  const { revision } = await client.call('briefs.get', { params: { id } })
  return client.call('briefs.move', { params: { id }, body: { revision, ...body } })
}

export const submit = async (author: Client, id: string): Promise<BriefView> => {
  const { digest } = await author.call('briefs.preview', { params: { id } })
  return moveBrief(author, id, { move: 'submit', digest })
}

export const signAs = async (author: Client, signer: Client, id: string): Promise<BriefView> => {
  const params = { id }
  await author.call('briefs.invite', { params, body: { memberId: signer.personId } })
  const { digest } = await signer.call('briefs.preview', { params })
  return signer.call('briefs.sign', { params, body: { digest } })
}

const DAY = 24 * 3_600_000
/** From acceptance to the department's answer. */
export const carryThrough = async (options: {
  service: Service
  office: Client
  department: Client
  id: string
  answer?: string
}): Promise<BriefView> => {
  const { service, office, department, id, answer = '路灯已经装好，每月巡查一次。' } = options
  await moveBrief(office, id, { move: 'accept' })
  await moveBrief(office, id, { move: 'adopt', level: 'district', by: '县政府办公室' })
  const dueAt = new Date(service.clock.now().getTime() + 20 * DAY).toISOString()
  await moveBrief(office, id, { move: 'passOn', departmentId: service.city.organisations.department, dueAt })
  return moveBrief(department, id, { move: 'answer', text: answer })
}
