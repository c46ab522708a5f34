import { type Actor, holds } from '@server/platform/actor'
import type { ConsultationMove, ConsultationMover } from '@shared/consultations/moves'
import { isDecided, type ProposerRole, SUPPORT_NEEDED } from '@shared/consultations/words'
import type { Consultation, Task } from './consultation.model'

type Place = Pick<Consultation, 'regionCode'>
type InCharge = Pick<Consultation, 'regionCode' | 'lead'>

/** Acts for the CPPCC office of the region. */
export const isOffice = (actor: Actor, { regionCode }: Place): boolean => holds(actor, 'cppccOffice', regionCode)
/** Is a member of the CPPCC for the region. */
export const isMember = (actor: Actor, { regionCode }: Place): boolean => holds(actor, 'cppccMember', regionCode)
/** Is in charge: the member who was named, as long as they are one, or the office. */
export const leads = (actor: Actor, doc: InCharge): boolean =>
  isOffice(actor, doc) || (doc.lead?.personId === actor.personId && isMember(actor, doc))

/** In which role somebody proposes. */
export const proposerRole = (actor: Actor, regionCode: string): ProposerRole =>
  isOffice(actor, { regionCode }) ? 'cppccOffice' : isMember(actor, { regionCode }) ? 'cppccMember' : 'resident'

/** Everybody once its words have passed; before, who proposed it and the office. */
export const maySeeConsultation = (actor: Actor, doc: Pick<Consultation, 'regionCode' | 'proposer' | 'words' | 'state'>): boolean =>
  isDecided(doc.state) || doc.words === 'passed' || doc.proposer.personId === actor.personId || isOffice(actor, doc)

/** Minutes are seen by all from the published opinion on. */
export const maySeeMinutes = (actor: Actor, doc: InCharge & Pick<Consultation, 'opinion'>): boolean =>
  doc.opinion !== null || leads(actor, doc)

/** The organisations for which the actor answers as a department. */
export const departmentsOf = (actor: Actor): string[] =>
  actor.roles.flatMap(({ role, organisationId }) => (role === 'department' && organisationId ? [organisationId] : []))

/** Whether a department's answer can come from the actor now. */
export const mayAnswerTask = (actor: Actor, doc: Pick<Consultation, 'state'>, task: Task): boolean =>
  doc.state === 'passedOn' && task.answer === null && departmentsOf(actor).includes(task.organisationId)

/** As what the actor may move it. */
export const moversOf = (actor: Actor | 'system', doc: InCharge): ConsultationMover[] => {
  if (actor === 'system') return ['system']
  if (isOffice(actor, doc)) return ['office', 'lead']
  return leads(actor, doc) ? ['lead'] : []
}

/** Whether enough stand behind a proposal. Those of members and of the office need nobody. */
export const hasSupport = ({ proposer, supporters }: Pick<Consultation, 'proposer' | 'supporters'>): boolean =>
  proposer.role !== 'resident' || supporters >= SUPPORT_NEEDED

/** Why a step cannot be taken now, though the state would allow it; undefined when it can. */
export const barTo = (move: ConsultationMove, doc: Consultation, now: Date): string | undefined => {
  if (doc.state === 'proposed' && doc.words === 'refused') return '议题文字没有通过内容检查'
  if (move === 'choose' && doc.words !== 'passed') return '议题文字还在检查，通过后才能立项'
  if (move === 'choose' && !hasSupport(doc)) return `附议的居民还不到 ${SUPPORT_NEEDED} 人`
  if (move === 'conclude' && doc.meeting && doc.meeting.at > now) return '协商会还没有开'
  if (move === 'conclude' && doc.minutes === null) return '请先写好会议记录'
  // A department that stays silent beyond its date must not keep the result from everybody.
  if (move === 'report' && doc.tasks.some(({ answer, dueAt }) => answer === null && dueAt > now)) return '还有部门没有答复'
  return undefined
}

/** Whether somebody may stand behind it: a proposal of somebody else whose words have passed. */
export const maySupport = (actor: Actor, doc: Pick<Consultation, 'state' | 'words' | 'proposer'>): boolean =>
  doc.state === 'proposed' && doc.words === 'passed' && doc.proposer.personId !== actor.personId

/** Minutes are written once the meeting has begun, until the departments have it. */
export const mayWriteMinutes = (actor: Actor, doc: Consultation, now: Date): boolean =>
  leads(actor, doc) && (doc.state === 'scheduled' || doc.state === 'concluded') && doc.meeting !== null && doc.meeting.at <= now

/** Those who took part judge the result until the last day. */
export const mayRate = (doc: Pick<Consultation, 'state' | 'judgement'>, standing: { tookPart: boolean }, now: Date): boolean =>
  doc.state === 'reported' && standing.tookPart && doc.judgement !== null && doc.judgement.until > now
