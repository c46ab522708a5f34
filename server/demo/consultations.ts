import { consultationJobs } from '@server/modules/consultations'
import type { Actor } from '@server/platform/actor'
import type { MoveConsultation } from '@shared/consultations/schemas'
import { JUDGING_DAYS } from '@shared/consultations/words'
import type * as z from 'zod/mini'
import type { Stage } from './cases'
import {
  type Drain,
  daysBefore,
  LOOKED_AT_AFTER_HOURS,
  lookAtWords,
  OFFICE,
  person,
  type Setting,
  type Telling,
  teller,
} from './consultation-time'
import { CANALS, COURTYARD, FEASTS, JUDGED, LAMPS, SCHOOL, type TopicWords } from './consultation-words'
import { fillNeighbours } from './neighbours'
import { vote } from './votes'

const VOTERS = 62

const propose = async (setting: Setting, words: TopicWords): Promise<Telling> => {
  const { title, text, regionCode, category, days } = words
  const on = teller(setting)
  const made = await on(days.propose, () =>
    setting.stage.call('consultations.propose', person(setting, words.by), {
      key: `demo-${title}`,
      body: { title, text, regionCode, ...(category ? { category } : {}) },
    }),
  )
  const telling: Telling = { ...setting, words, id: made?.id ?? '', on }
  await on(days.propose, () => lookAtWords(setting), LOOKED_AT_AFTER_HOURS)
  const supporters = setting.neighbours.slice(0, words.supporters)
  await on(days.support, async () => {
    for (const one of supporters)
      await setting.stage.call('consultations.support', one, { params: { id: telling.id }, body: { support: true } })
  })
  return telling
}

type Parts = Omit<z.input<typeof MoveConsultation>, 'move' | 'revision'>
const move = async (telling: Telling, by: Actor, name: MoveConsultation['move'], parts: Parts): Promise<void> => {
  const { stage, id } = telling
  const { revision } = await stage.call('consultations.get', by, { params: { id } })
  await stage.call('consultations.move', by, { params: { id }, body: { move: name, revision, ...parts } })
}

/** Chosen, opened to everybody, and given a meeting, as far as its words go. */
const prepare = async (telling: Telling): Promise<void> => {
  const { words, on } = telling
  const { days, meeting, background } = words
  const [office, lead] = [person(telling, OFFICE), person(telling, words.lead)]
  await on(days.choose, () => move(telling, office, 'choose', { leadId: lead.personId }))
  await on(days.openCall, () => move(telling, lead, 'openCall', { background }))
  const at = daysBefore(telling, days.meet ?? 0).toISOString()
  await on(days.schedule, () => move(telling, lead, 'schedule', { meeting: meeting && { at, ...meeting } }))
}

const signUp = async ({ stage, neighbours, id, words }: Telling, more: number): Promise<Actor[]> => {
  const coming = neighbours.slice(0, (words.meeting?.places ?? 0) + more)
  for (const one of coming) await stage.call('consultations.signUp', one, { params: { id }, body: {} })
  return coming
}

/** Met, concluded and passed on. */
const meet = async (telling: Telling): Promise<void> => {
  const { stage, words, id, on } = telling
  const { days } = words
  const lead = person(telling, words.lead)
  const coming = (await on(days.schedule, () => signUp(telling, -6), 20)) ?? []
  await on(days.meet, async () => {
    const { code } = await stage.call('consultations.checkInCode', lead, { params: { id } })
    for (const one of coming.slice(2)) await stage.call('consultations.checkIn', one, { params: { id }, body: { code } })
    const { revision } = await stage.call('consultations.get', lead, { params: { id } })
    await stage.call('consultations.minutes', lead, { params: { id }, body: { revision, text: words.minutes ?? '' } })
  })
  await on(days.conclude, () => move(telling, lead, 'conclude', { opinion: words.opinion }))
  const tasks = (words.tasks ?? []).map(({ department, text }) => ({
    organisationId: person(telling, department).roles[0]?.organisationId ?? '',
    text,
    dueAt: daysBefore(telling, days.due ?? 0).toISOString(),
  }))
  await on(days.passOn, () => move(telling, person(telling, OFFICE), 'passOn', { tasks }))
}

/** Answered, reported, and judged by those who took part. */
const finish = async (telling: Telling): Promise<void> => {
  const { stage, words, id, on, neighbours } = telling
  const { days } = words
  const office = person(telling, OFFICE)
  const { tasks } = await stage.call('consultations.get', office, { params: { id } })
  for (const [index, task] of tasks.entries()) {
    const { department, answer = '', done = false } = words.tasks?.[index] ?? {}
    const params = { id, taskId: task.id }
    await on(
      days.answer,
      () => stage.call('consultations.answerTask', person(telling, department), { params, body: { text: answer, done } }),
      index,
    )
  }
  await on(days.report, () => move(telling, office, 'report', { summary: words.summary }))
  await on((days.report ?? 0) - 1, async () => {
    for (const [index, score] of JUDGED.entries()) {
      const one = neighbours[index]
      if (one) await stage.call('consultations.rate', one, { params: { id }, body: { score } })
    }
  })
  // The day on which the service counts.
  await on((days.report ?? 0) - JUDGING_DAYS - 1, runJobs)
}

const runJobs = async (): Promise<void> => {
  for (const job of consultationJobs) await job.run()
}

/** Five topics in different states; one lived to its end, one with neighbours who think differently about it. */
export const fillConsultations = async (stage: Stage, drain: Drain): Promise<void> => {
  const setting: Setting = { stage, neighbours: await fillNeighbours(VOTERS), drain }
  const lamps = await propose(setting, LAMPS)
  await prepare(lamps)
  await meet(lamps)
  await finish(lamps)
  const canals = await propose(setting, CANALS)
  await prepare(canals)
  await meet(canals)
  const courtyard = await propose(setting, COURTYARD)
  await prepare(courtyard)
  await vote(courtyard)
  await courtyard.on(4, () => signUp(courtyard, 3))
  await prepare(await propose(setting, SCHOOL))
  await propose(setting, FEASTS)
  await runJobs()
  await drain()
}
