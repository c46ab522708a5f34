import { toLocalIso } from '@server/modules/deadlines'
import { regionName } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { presentFile } from '@server/platform/files'
import type { ConsultationCard, ConsultationTask, ConsultationView, MeetingView } from '@shared/consultations/schemas'
import { SUPPORT_NEEDED } from '@shared/consultations/words'
import { abilitiesFor, type Standing } from './abilities.policy'
import type { Consultation, Task } from './consultation.model'
import { mayAnswerTask, maySeeMinutes } from './consultations.policy'
import type { Judgement } from './judgement.model'

const isoOrNull = (at: Date | null | undefined): string | null => (at ? toLocalIso(at) : null)

/** A consultation in a list. */
export const presentCard = (doc: Consultation): ConsultationCard => ({
  id: doc._id.toHexString(),
  title: doc.title,
  state: doc.state,
  regionCode: doc.regionCode,
  regionName: regionName(doc.regionCode),
  proposer: doc.proposer.role,
  checking: doc.words !== 'passed',
  supporters: doc.supporters,
  supportNeeded: doc.proposer.role === 'resident' ? SUPPORT_NEEDED : 0,
  voters: doc.voters,
  meetingAt: isoOrNull(doc.meeting?.at),
  createdAt: toLocalIso(doc.at),
  updatedAt: toLocalIso(doc.updatedAt),
})

const presentTask = (actor: Actor, doc: Consultation, task: Task): ConsultationTask => ({
  id: task.id,
  organisationId: task.organisationId,
  organisation: task.organisation,
  text: task.text,
  dueAt: toLocalIso(task.dueAt),
  answer: task.answer && {
    text: task.answer.text,
    done: task.answer.done,
    at: toLocalIso(task.answer.at),
    files: task.answer.files.map(presentFile),
  },
  can: mayAnswerTask(actor, doc, task) ? ['answer'] : [],
})

/** What was looked up beside the consultation itself. */
export interface Beside {
  standing: Standing
  supported: boolean
  leadName: string
  /** How many places are taken, and the reader’s own. */
  places: Pick<MeetingView, 'taken' | 'waiting' | 'checkedIn' | 'mine'>
  /** How the reader has judged. */
  judged: Judgement | null
}

const presentMeeting = ({ meeting }: Consultation, { places }: Beside): MeetingView | null =>
  meeting && { at: toLocalIso(meeting.at), minutes: meeting.minutes, place: meeting.place, places: meeting.places, ...places }

const presentJudgement = ({ judgement }: Consultation, { judged }: Beside): ConsultationView['judgement'] =>
  judgement && {
    counts: judgement.counts,
    people: judgement.people,
    until: toLocalIso(judgement.until),
    mine: judged && { score: judged.score, text: judged.text },
  }

/** A consultation as the reader may see it, with what the reader can do now. */
export const presentConsultation = (options: { actor: Actor; doc: Consultation; beside: Beside; now: Date }): ConsultationView => {
  const { actor, doc, beside, now } = options
  const minutes = maySeeMinutes(actor, doc) ? doc.minutes : null
  return {
    ...presentCard(doc),
    revision: doc.revision,
    text: doc.text,
    category: doc.category,
    signalId: doc.signalId,
    supported: beside.supported,
    lead: doc.lead && { id: doc.lead.personId, name: beside.leadName },
    background: doc.background,
    backgroundFiles: doc.backgroundFiles.map(presentFile),
    meeting: presentMeeting(doc, beside),
    minutes: minutes && { text: minutes.text, files: minutes.files.map(presentFile), at: toLocalIso(minutes.at) },
    opinion: doc.opinion,
    tasks: doc.tasks.map((task) => presentTask(actor, doc, task)),
    summary: doc.summary,
    judgement: presentJudgement(doc, beside),
    history: doc.history.map(({ at, type, by, text }) => ({ at: toLocalIso(at), type, by, text })),
    can: abilitiesFor({ actor, doc, standing: beside.standing, now }),
  }
}
