import type { Actor } from '@server/platform/actor'
import type { MoveName } from '@shared/cases/moves'
import type { CaseView } from '@shared/cases/schemas'
import type { Call } from './call'
import { SAYINGS, type StepName } from './lives'
import type { Cast } from './people'
import type { Sample } from './sample-data'

const HOUR = 3_600_000

/** A case on its way through its life. */
export interface Run {
  call: Call
  cast: Cast
  sample: Sample
  index: number
  applicant: Actor
  owner: Actor
  view: CaseView
  at: Date
  now: Date
  /** The other side, once in. */
  respondent?: Actor
  booking?: { id: string; startsAt: string; endsAt: string }
}

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
const params = (run: Run) => ({ id: run.view.id })

const move =
  (name: MoveName, by: 'applicant' | 'owner', more: (run: Run) => object = () => ({})) =>
  async (run: Run) => {
    run.view = await run.call('cases.move', run[by], {
      params: params(run),
      body: { move: name, revision: run.view.revision, ...more(run) },
    })
  }
const because = (words: keyof typeof SAYINGS) => (run: Run) => ({ reason: run.sample.result ?? pick(SAYINGS[words], run.index) })
const fixed = (words: keyof typeof SAYINGS) => (run: Run) => ({ reason: pick(SAYINGS[words], run.index) })

/** What lies further back than this has been read by now. */
export const READ_AFTER_MS = 40 * 3_600_000

const openJoint = (run: Run, side: Actor) => run.call('rooms.joint', side, { params: params(run), body: { open: true } })

const speak = (words: 'say' | 'tell' | 'reply' | 'joint', by: 'applicant' | 'owner') => async (run: Run) => {
  const room = words === 'joint' && run.respondent ? ('joint' as const) : ('applicant' as const)
  if (room === 'joint') for (const side of [run.applicant, run.respondent]) if (side) await openJoint(run, side)
  const { id } = await run.call('messages.send', run[by], { params: params(run), body: { room, text: pick(SAYINGS[words], run.index) } })
  if (run.at.getTime() > run.now.getTime() - READ_AFTER_MS) return
  const readers = [by === 'owner' ? run.applicant : run.owner, ...(room === 'joint' && run.respondent ? [run.respondent] : [])]
  for (const reader of readers) await run.call('messages.markRead', reader, { params: params(run), body: { messageId: id } })
}

const DEPARTMENTS: Record<string, string> = {
  environment: 'lu-qing',
  traffic: 'chang-tong',
  utility: 'jin-shuihe',
  land: 'tian-ye',
  property: 'fang-zheng',
  labour: 'bao-lao',
}
const departmentOf = ({ cast, sample }: Run): Actor =>
  cast.actors.get(DEPARTMENTS[sample.category.split('.')[0] ?? ''] ?? 'cheng-jie') as Actor

const question = async (run: Run) => {
  const body = { organisationId: departmentOf(run).roles[0]?.organisationId ?? '', question: pick(SAYINGS.question, run.index) }
  run.view = await run.call('contributors.ask', run.owner, { params: params(run), body })
}
const answer = async (run: Run) => {
  const asked = run.view.questions.at(-1)
  if (!asked) return
  const ids = { id: run.view.id, questionId: asked.id }
  await run.call('contributors.answer', departmentOf(run), { params: ids, body: { answer: pick(SAYINGS.answer, run.index) } })
}

const invite = async (run: Run) => {
  const respondent = run.cast.actors.get(run.sample.against ?? '')
  if (!respondent) return
  const { code } = await run.call('parties.invite', run.owner, { params: params(run), body: { part: 'respondent' } })
  await run.call('parties.answer', respondent, { body: { code, agree: true } })
  run.respondent = respondent
}

/** Takes a free time; in a history the one that is near, otherwise one that lies ahead. */
const book = (soon: boolean) => async (run: Run) => {
  const { call, applicant, index } = run
  const mode = pick(['onsite', 'onsite', 'video', 'phone'] as const, index)
  const { items } = await call('slots.list', applicant, { params: params(run), query: { mode } })
  const ahead = items.filter((slot) => !soon || new Date(slot.startsAt).getTime() > run.now.getTime() + 2 * HOUR)
  const slot = ahead[(index * 3) % Math.min(ahead.length, 9)]
  if (!slot) return
  run.booking = await call('bookings.create', applicant, { params: params(run), body: { startsAt: slot.startsAt, mode } })
}
const moveBooking = (body: { move: 'confirm' | 'finish' }) => async (run: Run) => {
  if (!run.booking) return
  await run.call('bookings.move', run.owner, { params: { id: run.booking.id }, body })
  // Everybody who takes part has to say yes.
  if (run.respondent && body.move === 'confirm') await run.call('bookings.move', run.respondent, { params: { id: run.booking.id }, body })
}

const rate = async (run: Run, overall: number) => {
  const text = pick(overall <= 2 ? SAYINGS.complain : SAYINGS.thank, run.index)
  const aspects = { attitude: Math.min(5, overall + 1), speed: Math.max(1, overall - (run.index % 2)), result: overall }
  const given = { params: params(run), body: { overall, aspects, text } }
  await run.call('feedback.give', run.applicant, given)
  if (run.respondent) await run.call('feedback.give', run.respondent, { params: params(run), body: { overall: 4 } })
}

const transfer = async (run: Run) => {
  const { items } = await run.call('assignees.list', run.owner, { params: params(run) })
  const next = items.find((option) => option.kind === 'person' && option.id !== run.owner.personId)
  if (next) await move('transfer', 'owner', (one) => ({ ...because('transfer')(one), assigneeId: next.id }))(run)
}

/** What is done in each step. */
export const STEPS: Record<StepName, (run: Run, level: number) => Promise<unknown>> = {
  accept: move('accept', 'owner'),
  say: speak('say', 'owner'),
  start: move('startHandling', 'owner'),
  tell: speak('tell', 'owner'),
  reply: speak('reply', 'applicant'),
  question,
  answer,
  resolve: move('resolve', 'owner', because('resolve')),
  confirm: move('confirm', 'applicant'),
  rate,
  object: move('object', 'applicant', fixed('object')),
  suspend: move('suspend', 'owner', because('suspend')),
  withdraw: move('withdraw', 'applicant', because('withdraw')),
  reopen: move('reopen', 'applicant', fixed('reopen')),
  archive: move('archive', 'owner'),
  return: move('return', 'owner', because('resolve')),
  invite,
  mediate: move('startMediation', 'owner', () => ({ respondentConsent: 'phone' })),
  joint: speak('joint', 'owner'),
  book: book(false),
  bookSoon: book(true),
  agreeTime: moveBooking({ move: 'confirm' }),
  meet: moveBooking({ move: 'finish' }),
  agree: move('agree', 'owner'),
  perform: move('perform', 'owner'),
  fail: move('fail', 'owner', because('resolve')),
  handBack: move('handBack', 'owner', because('handBack')),
  transfer,
}
