import { askerOf } from '@server/modules/supervision'
import type { DeadlineKind } from '@shared/cases/moves'
import { DEADLINE_NAMES } from '@shared/deadlines/limits'
import type { Notice } from './commands/notify'
import { say } from './compose-after'
import type { Told } from './compose-moves'
import { NOWHERE, progressNotice, workNotice } from './notice'
import { centrePersons, dutyPersons, keyPersons, outsiders, ownerPersons, supervisorsOf, without } from './recipients'
import type { Words } from './texts-after'
import {
  DEADLINE_ESCALATED,
  EXTENSION_WORDS,
  LIGHT_WORDS,
  QUESTION_WORDS,
  RISK_SEEN,
  RISK_WORDS,
  SILENCE,
  SIMILAR,
  SUPERVISION_ESCALATED,
  SUPERVISION_WORDS,
} from './texts-watch'

const toStaff = (told: Told, words: Words | undefined, personIds: string[]): Notice[] => say(told, words, personIds, 'staff')

/** Whoever is on duty; where these are parties themselves, who stands above them. */
const callable = async ({ doc }: Told): Promise<string[]> => {
  const onDuty = outsiders(doc, await dutyPersons(doc))
  return onDuty.length > 0 ? onDuty : outsiders(doc, await supervisorsOf(doc))
}

/** Danger: whoever is on duty, at once and at any hour; and who has the case. Of a new case its owner has just heard. */
export const onRisk = async (told: Told): Promise<Notice[]> => {
  const { event, doc } = told
  const words = RISK_WORDS[event.data.risk as keyof typeof RISK_WORDS]
  if (!words) return []
  const urgent = true
  const owners = await ownerPersons(doc)
  const isNew = event.data.byPersonId === null
  const onDuty = (await callable(told)).filter((id) => !(isNew && owners.includes(id)))
  const notice = (said: typeof words, to: string[]) =>
    progressNotice({ event, doc, ...said, personIds: without(to, event.data.byPersonId), urgent, for: 'staff' })
  return [notice(words, onDuty), ...(isNew ? [] : [notice(RISK_SEEN, owners)])]
}

/** Silence: the supervisor. Who had the case and who has it now hear of it by its move. */
export const onSilence = async (told: Told): Promise<Notice[]> =>
  toStaff(told, told.event.data.to ? SILENCE.next : SILENCE.queue, await supervisorsOf(told.doc))

/** A deadline of the staff that is near: who has the case; that passed: the supervisor, too. The applicant's own concerns nobody else. */
export const onLight = async (told: Told): Promise<Notice[]> => {
  const { light, deadlines } = told.event.data as { light: 'yellow' | 'red'; deadlines: DeadlineKind[] }
  const words = LIGHT_WORDS[light](deadlines.map((kind) => DEADLINE_NAMES[kind]).join('、'))
  const above = light === 'red' ? await supervisorsOf(told.doc) : []
  return toStaff(told, words, [...new Set([...(await ownerPersons(told.doc)), ...above])])
}

/** Still nothing, of a deadline or of a question that must be answered: the supervisors of the region above. */
export const onEscalated = async (told: Told): Promise<Notice[]> => {
  const { regionCode, supervisionId } = told.event.data
  const words = supervisionId === undefined ? DEADLINE_ESCALATED : SUPERVISION_ESCALATED
  return toStaff(told, words, await supervisorsOf({ regionCode: String(regionCode) }))
}

/** More time is wanted: the centre, which decides; the decision: who has the case. */
export const onExtension = async (told: Told): Promise<Notice[]> => {
  const change = String(told.event.data.change)
  return toStaff(told, EXTENSION_WORDS[change], await (change === 'asked' ? centrePersons : ownerPersons)(told.doc))
}

/** Supervision: what is asked, who has the case, at once; what is replied, who asked. */
export const onSupervision = async (told: Told): Promise<Notice[]> => {
  const { change, supervisionId } = told.event.data as { change: string; supervisionId: string }
  const words = SUPERVISION_WORDS[change]
  if (change !== 'replied') {
    const presses = change === 'asked' || change === 'again'
    return toStaff(told, words, await ownerPersons(told.doc)).map((notice) => ({ ...notice, presses }))
  }
  const asker = await askerOf(supervisionId)
  return toStaff(told, words, asker ? [asker] : [])
}

/** A question that went unanswered or was taken back: who was asked, without the case's title; of the former, who asked, too. */
export const onQuestion = async (told: Told): Promise<Notice[]> => {
  const { event, doc } = told
  const question = doc.questions.find((one) => one.id === event.data.questionId)
  if (!question) return []
  const overdue = event.type === 'question.overdue'
  const { title } = overdue ? QUESTION_WORDS.overdue : QUESTION_WORDS.withdrawn
  const personIds = without(await keyPersons(question.toKey), event.data.byPersonId)
  const asked = { ...workNotice({ event, doc, title, personIds, quoteTitle: false, urgent: false }), ...(overdue ? {} : NOWHERE) }
  return overdue ? [asked, ...toStaff(told, QUESTION_WORDS.overdueOwner, await ownerPersons(doc))] : [asked]
}

/** Cases that look like the same matter: who has this one, or handles the queue in which it lies; once, however many they are. */
export const onSimilar = async ({ event, doc }: Told): Promise<Notice[]> =>
  toStaff({ doc, event: { ...event, id: `similar ${doc._id.toHexString()}` } }, SIMILAR, await ownerPersons(doc))
