import { AnswerModel } from '@server/modules/answers/answer.model'
import type { AnswerDraft } from '@shared/answers/schemas'
import type { Client, Service } from '@tests/support/service'
import { aDraft, carryThrough, submit } from '../briefs/papers-support'

export interface Office {
  service: Service
  author: Client
  office: Client
  department: Client
}
export const anOffice = async (service: Service): Promise<Office> => ({
  service,
  author: await service.staff('cppccMember', { name: '委员老梁' }),
  office: await service.staff('cppccOffice', { name: '办公室老方' }),
  department: await service.staff('department'),
})

/** A brief that its department has answered; answers its id. */
export const anAnsweredBrief = async (one: Office, over: Parameters<typeof aDraft>[2] & { answer?: string } = {}): Promise<string> => {
  const { service, author, office, department } = one
  const { answer, ...words } = over
  const { id } = await aDraft(service, author, words)
  await submit(author, id)
  await carryThrough({ service, office, department, id, ...(answer === undefined ? {} : { answer }) })
  await service.drain()
  return id
}

/** The draft that came of a source. */
export const draftOf = async (office: Client, sourceId: string): Promise<AnswerDraft> => {
  const stored = await AnswerModel.findOne({ source: { $in: ['brief', 'consultation'] }, sourceId }).lean()
  return office.call('answers.draft', { params: { id: stored?._id.toHexString() ?? '' } })
}

export const WORDS = {
  title: '村口装上了路灯',
  result: 'partly' as const,
  raised: '村口到学校没有路灯。',
  done: '装了十二盏路灯。',
  notDone: '桥头那一段要等修桥，明年再装。',
}
type Words = Omit<typeof WORDS, 'result'> & { result: AnswerDraft['result'] }

export const write = (office: Client, draft: AnswerDraft, over: Partial<Words> = {}): Promise<AnswerDraft> =>
  office.call('answers.write', { params: { id: draft.id }, body: { revision: draft.revision, ...WORDS, ...over } })
export const publish = (office: Client, { id, revision }: AnswerDraft): Promise<AnswerDraft> =>
  office.call('answers.move', { params: { id }, body: { move: 'publish', revision } })
export const withdraw = (office: Client, { id, revision }: AnswerDraft): Promise<AnswerDraft> =>
  office.call('answers.move', { params: { id }, body: { move: 'withdraw', revision } })

/** An answer that everybody can read. */
export const aPublished = async (one: Office, over: Partial<Words> & { regionCode?: string } = {}): Promise<AnswerDraft> => {
  const { regionCode, ...words } = over
  const draft = await draftOf(one.office, await anAnsweredBrief(one, regionCode === undefined ? {} : { regionCode }))
  return publish(one.office, await write(one.office, draft, words))
}
