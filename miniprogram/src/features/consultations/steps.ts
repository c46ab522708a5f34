import { CONSULTATION_MOVES } from '@shared/consultations/moves'
import type { ConsultationView, MeetingView } from '@shared/consultations/schemas'
import type { ConsultationState } from '@shared/consultations/words'
import { dateOf, dayWords, fullTimeWords } from '@/lib/time'
import { texts } from './texts'

/** Which of the six steps a state belongs to; past the last one all are done. */
export const STEP_OF: Record<ConsultationState, number> = {
  proposed: 0,
  declined: 0,
  chosen: 1,
  open: 1,
  scheduled: 2,
  concluded: 3,
  passedOn: 4,
  reported: 5,
  judged: 6,
}

export interface Next {
  title: string
  note: string
}

/** The meeting's times against now. */
export const phaseOf = ({ at, minutes }: Pick<MeetingView, 'at' | 'minutes'>, now: number): 'before' | 'during' | 'after' => {
  const begins = Date.parse(at)
  if (now < begins) return 'before'
  return now < begins + minutes * 60_000 ? 'during' : 'after'
}

/** What the reader's own seat means, or how many are left. */
export const seatWords = ({ mine, places, taken }: MeetingView): string => {
  if (mine?.checkedIn) return texts.seatCome
  if (mine?.state === 'in') return texts.seatIn
  if (mine?.state === 'waiting') return texts.seatWaiting(mine.position ?? 1)
  const left = places - taken
  return left > 0 ? texts.seatsLeft(left) : texts.seatsFull
}

/** Its words were not let through; only its author and the office see it. */
export const isRefused = ({ state, history }: Pick<ConsultationView, 'state' | 'history'>): boolean =>
  state === 'proposed' && history.at(-1)?.type === 'refused'

const supportNext = (view: ConsultationView): Next => {
  const { checking, supporters, supportNeeded } = view
  if (isRefused(view)) return { title: texts.nextRefused, note: view.history.at(-1)?.text ?? '' }
  if (checking) return { title: texts.nextChecking, note: texts.nextCheckingNote }
  const lacking = supportNeeded - supporters
  return lacking > 0
    ? { title: texts.nextSupport(lacking), note: texts.nextSupportNote }
    : { title: texts.nextDecide, note: texts.nextDecideNote }
}

const meetingNext = ({ meeting, minutes, can }: ConsultationView, now: number): Next => {
  if (!meeting) return { title: texts.nextOpen, note: texts.nextOpenNote }
  const phase = phaseOf(meeting, now)
  const unwritten = minutes === null && can.includes('writeMinutes')
  if (phase === 'after') return { title: texts.nextHeld, note: unwritten ? texts.nextMinutesNote : texts.nextHeldNote }
  const title = phase === 'during' ? texts.nextNow(meeting.place) : texts.nextMeeting(fullTimeWords(meeting.at), meeting.place)
  return { title, note: seatWords(meeting) }
}

const tasksNext = ({ tasks }: ConsultationView, now: number): Next => {
  const waiting = tasks.filter(({ answer }) => answer === null)
  if (waiting.length === 0) return { title: texts.nextAnswered, note: texts.nextHeldNote }
  const last = Math.max(...waiting.map(({ dueAt }) => Date.parse(dueAt)))
  return { title: texts.nextPassed(waiting.length, dayWords(last, now)), note: texts.nextPassedNote }
}

const resultNext = ({ judgement, can }: ConsultationView, now: number): Next => ({
  title: can.includes('rate') && !judgement?.mine ? texts.nextReportedRate : texts.nextReported,
  note: judgement?.until ? texts.nextReportedNote(dayWords(judgement.until, now)) : '',
})

const nextForAll = (view: ConsultationView, now: number): Next => {
  switch (view.state) {
    case 'proposed':
      return supportNext(view)
    case 'declined':
      return { title: texts.nextDeclined, note: view.history.at(-1)?.text ?? '' }
    case 'chosen':
      return { title: texts.nextChosen, note: texts.nextChosenNote }
    case 'open':
      return { title: texts.nextOpen, note: texts.nextOpenNote }
    case 'scheduled':
      return meetingNext(view, now)
    case 'concluded':
      return { title: texts.nextConcluded, note: texts.nextConcludedNote }
    case 'passedOn':
      return tasksNext(view, now)
    case 'reported':
      return resultNext(view, now)
    case 'judged':
      return { title: texts.nextJudged, note: '' }
  }
}

/** What the reader is to do, where everybody else only waits for it. */
const mineOf = ({ can, tasks }: ConsultationView, now: number): string => {
  const asked = tasks.find((task) => task.can.includes('answer'))
  if (asked) return texts.nextAnswer(dayWords(asked.dueAt, now))
  const move = CONSULTATION_MOVES.find((each) => can.includes(each) && texts.nextMine[each])
  return (move && texts.nextMine[move]) ?? ''
}

/** What happens next, by when, and what it means for the reader. */
export const nextOf = (view: ConsultationView, now: number): Next => {
  const next = nextForAll(view, now)
  return { ...next, title: mineOf(view, now) || next.title }
}

/** The share of supporters that a proposal has, 0…1. */
export const supportShare = ({ supporters, supportNeeded }: Pick<ConsultationView, 'supporters' | 'supportNeeded'>): number =>
  supportNeeded === 0 ? 1 : Math.min(1, supporters / supportNeeded)

/** A department's answer is late when its day has passed. */
export const isLate = ({ dueAt, answer }: ConsultationView['tasks'][number], now: number): boolean =>
  answer === null && Date.parse(dueAt) < now

/** The last day that the calendar of a meeting offers. */
export const lastDay = (now: number): string => dateOf(now + 180 * 86_400_000)
