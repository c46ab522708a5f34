import { NotificationModel } from '@server/modules/notifications/notification.model'
import type { MoveConsultation } from '@shared/consultations/schemas'
import type { ConsultationState } from '@shared/consultations/words'
import { CITY } from '@tests/support/city'
import type { CallOptions, Client, Output, Raw, RawOptions } from '@tests/support/client'
import type { Service } from '@tests/support/service'

export type Topic = Output<'consultations.get'>
type Proposal = NonNullable<CallOptions<'consultations.propose'>['body']>
type Move = NonNullable<CallOptions<'consultations.move'>['body']>

const HOUR = 3_600_000
const DAY = 24 * HOUR

export const aProposal = (over: Partial<Proposal> = {}): Proposal => ({
  title: '老菜场门口的停车怎么管',
  text: '早市时摩托和三轮把路口堵住，送孩子的家长过不去，想请大家一起商量个办法。',
  regionCode: CITY.township,
  ...over,
})

/** Who is needed to lead a topic through its life. */
export interface Stage {
  service: Service
  office: Client
  member: Client
  department: Client
}
export const aStage = async (service: Service): Promise<Stage> => {
  const [office, member, department] = await Promise.all([
    service.staff('cppccOffice', { name: '政协办小董' }),
    service.staff('cppccMember', { name: '宋委员' }),
    service.staff('department', { name: '资源局小田' }),
  ])
  if (!office || !member || !department) throw new Error('staff are missing')
  return { service, office, member, department }
}

export const read = (client: Client, id: string): Promise<Topic> => client.call('consultations.get', { params: { id } })

/** As it comes, by somebody whose session is renewed when a moved clock has ended it. */
export const ask = async (client: Client, method: string, path: string, options?: RawOptions): Promise<Raw> => {
  await client.call('me.get')
  return client.raw(method, path, options)
}

/** Takes a step with the revision as it is now. */
export const move = async (client: Client, id: string, body: Omit<Move, 'revision'>): Promise<Topic> => {
  const { revision } = await read(client, id)
  return client.call('consultations.move', { params: { id }, body: { revision, ...body } })
}
/** The same, as it comes. */
export const tryMove = async (client: Client, id: string, body: { move: string; revision?: number } & Record<string, unknown>) => {
  const revision = body.revision ?? (await read(client, id)).revision
  return ask(client, 'POST', `/api/consultations/${id}/moves`, { body: { ...body, revision } })
}

/** What each step needs. */
export const partsFor = (stage: Stage): Record<Exclude<MoveConsultation['move'], 'judge'>, () => object> => {
  const { service, member } = stage
  const inHours = (hours: number) => new Date(service.clock.now().getTime() + hours * HOUR).toISOString()
  return {
    choose: () => ({ leadId: member.personId }),
    decline: () => ({ reason: '已经有部门在办' }),
    openCall: () => ({ background: '早市七点到九点车流最大，去年处理过三次。' }),
    schedule: () => ({ meeting: { at: inHours(48), minutes: 90, place: '桥头村议事厅', places: 30 } }),
    reschedule: () => ({ meeting: { at: inHours(72), minutes: 90, place: '柳溪镇会议室', places: 30 } }),
    conclude: () => ({ opinion: '早市时段单边停车，三轮车进后院。' }),
    passOn: () => ({
      tasks: [{ organisationId: service.city.organisations.department, text: '划出单边停车线', dueAt: inHours(24 * 20) }],
    }),
    report: () => ({ summary: '停车线已经划好，后院开放了二十个车位。' }),
  }
}

export const proposeAs = async (client: Client, over: Partial<Proposal> = {}): Promise<string> =>
  (await client.call('consultations.propose', { body: aProposal(over) })).id

/** Words are looked at, everybody is told. */
export const settle = async (service: Service): Promise<void> => {
  for (let round = 0; round < 3; round += 1) await service.catchUp()
}

const answerAll = async ({ department }: Stage, id: string): Promise<void> => {
  for (const task of (await read(department, id)).tasks)
    if (task.can.includes('answer'))
      await department.call('consultations.answerTask', {
        params: { id, taskId: task.id },
        body: { text: '已经划好线。', done: true },
      })
}

const WAY: ConsultationState[] = ['proposed', 'chosen', 'open', 'scheduled', 'concluded', 'passedOn', 'reported', 'judged']

/** Leads a topic on until it stands in a state. The clock moves where a meeting or the judging has to pass. */
export const leadTo = async (stage: Stage, id: string, to: ConsultationState): Promise<Topic> => {
  const { service, office, member } = stage
  const parts = partsFor(stage)
  const steps: Partial<Record<ConsultationState, () => Promise<unknown>>> = {
    chosen: () => move(office, id, { move: 'choose', ...parts.choose() }),
    open: () => move(member, id, { move: 'openCall', ...parts.openCall() }),
    scheduled: () => move(member, id, { move: 'schedule', ...parts.schedule() }),
    concluded: async () => {
      await service.clock.advance(49 * HOUR)
      const { revision } = await read(member, id)
      await member.call('consultations.minutes', { params: { id }, body: { revision, text: '到会二十人，讨论了停车时段。' } })
      await move(member, id, { move: 'conclude', ...parts.conclude() })
    },
    passedOn: () => move(office, id, { move: 'passOn', ...parts.passOn() }),
    reported: async () => {
      await answerAll(stage, id)
      await move(office, id, { move: 'report', ...parts.report() })
    },
    judged: async () => {
      await service.clock.advance(15 * DAY)
      await settle(service)
    },
  }
  const { state } = await read(office, id)
  if (to === 'declined') return move(office, id, { move: 'decline', ...parts.decline() })
  for (const next of WAY.slice(WAY.indexOf(state) + 1, WAY.indexOf(to) + 1)) await steps[next]?.()
  return read(office, id)
}

/** A member’s topic, led to a state. */
export const aTopicIn = async (stage: Stage, state: ConsultationState, over: Partial<Proposal> = {}): Promise<Topic> =>
  leadTo(stage, await proposeAs(stage.member, over), state)

export const residents = (service: Service, count: number, prefix: string): Promise<Client[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => service.login(`${prefix}${index}`)))

export const support = (client: Client, id: string, stands = true): Promise<Topic> =>
  client.call('consultations.support', { params: { id }, body: { support: stands } })

/** The titles of what somebody was told of a topic, oldest first. */
export const toldAbout = async (client: Client, id: string): Promise<string[]> => {
  const page = `packages/consultation/pages/topic/index?id=${id}`
  const rows = await NotificationModel.find({ personId: client.personId, page }).sort({ at: 1, _id: 1 }).lean()
  return rows.map(({ title }) => title)
}
