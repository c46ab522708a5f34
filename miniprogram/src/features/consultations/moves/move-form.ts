import { type ConsultationMove, consultationMoves } from '@shared/consultations/moves'
import type { ConsultationView, MoveConsultation } from '@shared/consultations/schemas'
import { endOf } from '@/features/workbench/case/due-field'
import type { KeptFile } from '@/lib/kept-files'
import { clockOf, dateOf } from '@/lib/time'
import { texts } from '../texts'

export interface TaskDraft {
  organisationId: string
  text: string
  /** The last day, 2026-12-20. */
  day: string
}

/** What has been filled in so far; each move takes its own part of it. */
export interface Given {
  leadId: string
  /** The reason, background, opinion or result. */
  words: string
  photos: KeptFile[]
  day: string
  time: string
  minutes: number
  place: string
  places: string
  tasks: TaskDraft[]
}

export const LENGTHS = [60, 90, 120, 180] as const
export const MOST_TASKS = 10
export const newTask = (): TaskDraft => ({ organisationId: '', text: '', day: '' })

/** A meeting that is put off begins with where and how long it was to be. */
export const newGiven = ({ meeting }: Pick<ConsultationView, 'meeting'>): Given => ({
  leadId: '',
  words: '',
  photos: [],
  day: meeting ? dateOf(meeting.at) : '',
  time: meeting ? clockOf(meeting.at) : '14:30',
  minutes: meeting?.minutes ?? 120,
  place: meeting?.place ?? '',
  places: String(meeting?.places ?? 30),
  tasks: [newTask()],
})

const instantOf = ({ day, time }: Pick<Given, 'day' | 'time'>): string => `${day}T${time}:00+08:00`

const meetingLacks = (given: Given, now: number): string => {
  if (!given.day) return texts.needDay
  if (Date.parse(instantOf(given)) <= now) return texts.needFuture
  if (!given.place.trim()) return texts.needPlace
  const places = Number(given.places)
  return Number.isInteger(places) && places >= 1 && places <= 500 ? '' : texts.needPlaces
}

const tasksLack = (tasks: readonly TaskDraft[]): string => {
  for (const [at, task] of tasks.entries()) {
    if (!task.organisationId) return texts.needDepartment(at + 1)
    if (!task.text.trim()) return texts.needTask(at + 1)
    if (!task.day) return texts.needDue(at + 1)
  }
  return ''
}

const WORDS = { reason: texts.needReason, background: texts.needBackground, opinion: texts.needOpinion, summary: texts.needSummary }

/** What is missing for the move, in words; empty when nothing is. */
export const lackOf = (move: ConsultationMove, given: Given, now: number): string => {
  const { needs } = consultationMoves[move]
  if (needs === 'lead') return given.leadId ? '' : texts.needLead
  if (needs === 'meeting') return meetingLacks(given, now)
  if (needs === 'tasks') return tasksLack(given.tasks)
  return needs === null || given.words.trim() ? '' : WORDS[needs]
}

const partOf = (move: ConsultationMove, given: Given): Partial<MoveConsultation> => {
  const { needs } = consultationMoves[move]
  const words = given.words.trim()
  switch (needs) {
    case 'lead':
      return { leadId: given.leadId }
    case 'meeting':
      return { meeting: { at: instantOf(given), minutes: given.minutes, place: given.place.trim(), places: Number(given.places) } }
    case 'tasks':
      return { tasks: given.tasks.map(({ organisationId, text, day }) => ({ organisationId, text: text.trim(), dueAt: endOf(day) })) }
    case 'reason':
      return { reason: words }
    case 'background':
      return { background: words }
    case 'opinion':
      return { opinion: words }
    case 'summary':
      return { summary: words }
    case null:
      return {}
  }
}

/** What is sent; `fileIds` are the service's ids of the photos. */
export const bodyOf = (move: ConsultationMove, revision: number, given: Given, fileIds: string[]): MoveConsultation => ({
  move,
  revision,
  fileIds,
  ...partOf(move, given),
})
