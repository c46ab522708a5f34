import { shortTime } from '@server/modules/deadlines'
import { staffOf } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { InvalidInput } from '@server/platform/errors'
import { type FileRef, findFiles } from '@server/platform/files'
import type { ConsultationMove } from '@shared/consultations/moves'
import type { MoveConsultation } from '@shared/consultations/schemas'
import { JUDGING_DAYS } from '@shared/consultations/words'
import type { Consultation } from '../consultation.model'
import { DAY_MS, planTasks } from './plan-tasks'

/** What a step writes beside the state, what the history says of it, and which files it takes into use. */
export interface Plan {
  set: Partial<Consultation>
  words: string
  files: FileRef[]
}
interface Asked {
  actor: Actor | 'system'
  doc: Consultation
  input: MoveConsultation
}
type Planner = (asked: Asked) => Plan | Promise<Plan>

const MOST_DAYS_AHEAD = 180

const required = <T>(value: T | undefined, field: string, message: string): T => {
  if (value === undefined) throw InvalidInput.field(field, 'required', message)
  return value
}
const plain = (set: Partial<Consultation>, words = ''): Plan => ({ set, words, files: [] })

const choose: Planner = async ({ doc, input }) => {
  const leadId = required(input.leadId, 'leadId', '请选择由哪位委员牵头')
  const members = await staffOf({ role: 'cppccMember', regionCode: doc.regionCode })
  if (!members.some(({ personId }) => personId === leadId)) throw InvalidInput.field('leadId', 'unknown_member', '这里没有这位政协委员')
  return plain({ lead: { personId: leadId } })
}

const decline: Planner = ({ input }) => {
  const reason = required(input.reason, 'reason', '请写明不立项的原因').trim()
  return plain({}, `：${reason}`)
}

const openCall: Planner = async ({ actor, input }) => {
  const background = required(input.background, 'background', '请写背景材料').trim()
  const personId = actor === 'system' ? '' : actor.personId
  const files = await findFiles({ ids: input.fileIds, personId, kind: 'image' })
  return { set: { background, backgroundFiles: files }, words: '', files }
}

const planMeeting: Planner = ({ input }) => {
  const asked = required(input.meeting, 'meeting', '请定下协商会的时间和地点')
  const at = new Date(asked.at)
  const now = clock.ms()
  if (at.getTime() <= now) throw InvalidInput.field('meeting.at', 'in_the_past', '请选择以后的时间')
  if (at.getTime() > now + MOST_DAYS_AHEAD * DAY_MS)
    throw InvalidInput.field('meeting.at', 'too_late', `请选择 ${MOST_DAYS_AHEAD} 天以内的时间`)
  const meeting = { at, minutes: asked.minutes, place: asked.place.trim(), places: asked.places }
  return plain({ meeting }, `：${shortTime(at)}，${meeting.place}，${meeting.places} 个名额`)
}

const conclude: Planner = ({ input }) => plain({ opinion: required(input.opinion, 'opinion', '请写协商意见').trim() })

const passOn: Planner = async ({ doc, input }) => {
  const tasks = await planTasks(doc, required(input.tasks, 'tasks', '请写明交哪个部门办什么'))
  const names = [...new Set(tasks.map(({ organisation }) => organisation))]
  return plain({ tasks }, `：${names.join('、')}`)
}

const report: Planner = ({ input }) => {
  const summary = required(input.summary, 'summary', '请写办理结果').trim()
  const until = new Date(clock.ms() + JUDGING_DAYS * DAY_MS)
  return plain({ summary, judgement: { until, counts: null, people: null } })
}

const planners: Record<ConsultationMove, Planner> = {
  choose,
  decline,
  openCall,
  schedule: planMeeting,
  reschedule: planMeeting,
  conclude,
  passOn,
  report,
  judge: () => plain({}),
}

/** What a step needs and makes. Throws InvalidInput for what is missing or cannot be. */
export const planMove = async (asked: Asked): Promise<Plan> => planners[asked.input.move](asked)
