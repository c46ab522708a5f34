import { dateOfDay, dayNumberOf } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { MoveName } from '@shared/cases/moves'
import { type Stage, submit } from './cases'
import {
  AGREEMENT,
  ANSWER,
  CLAIMS,
  CONFIRMED,
  COSTS,
  COSTS_CENTS,
  COURT_NUMBER,
  FINISHED,
  JUDICIAL_FACTS,
  QUESTION,
  RECORD,
  REPAIR,
  RESOLVED,
  THANKS,
  VISIT_ANSWER,
  VISITS,
} from './finished-words'
import { type Signing, signPaper } from './paper-work'
import { drawPhotos } from './photos'
import { inHours } from './play'
import type { Run } from './steps'

const HOUR = 3_600_000
const DAY_HOURS = 24
const ORDER = 1007

/** The story as it is told: everything happens in working hours, and what has been caused has happened before the next. */
interface Story extends Run {
  respondent: Actor
  /** Does something some hours later. */
  later: <T>(hours: number, work: () => Promise<T>) => Promise<T>
}

const ids = (story: Run) => ({ id: story.view.id })

const move = async (story: Story, by: Actor, name: MoveName, reason?: string): Promise<void> => {
  const { revision } = await story.call('cases.get', by, { params: ids(story), query: {} })
  await story.call('cases.move', by, { params: ids(story), body: { move: name, revision, ...(reason ? { reason } : {}) } })
}

const begin = async (stage: Stage, drain: () => Promise<unknown>): Promise<Story | undefined> => {
  const photo = (await drawPhotos()).get(FINISHED.photo ?? 'water')
  const run = await submit(stage, FINISHED, ORDER, photo)
  const respondent = stage.cast.actors.get(FINISHED.against ?? '')
  if (!run || !respondent) return undefined
  const story: Story = {
    ...run,
    respondent,
    later: async (hours, work) => {
      story.at = inHours(new Date(story.at.getTime() + hours * HOUR), ORDER)
      return clock.at(story.at, async () => {
        const done = await work()
        await drain()
        return done
      })
    },
  }
  return story
}

/** Accepted; the other side invited and willing; an expert asked; the rights explained and signed. */
const prepare = async (story: Story): Promise<void> => {
  const { call, owner, respondent, cast } = story
  await story.later(3, () => move(story, owner, 'accept'))
  await story.later(20, async () => {
    const { code } = await call('parties.invite', owner, { params: ids(story), body: { part: 'respondent' } })
    await call('parties.answer', respondent, { body: { code, agree: true } })
  })
  const expert = cast.actors.get('fang-zheng') as Actor
  const organisationId = expert.roles[0]?.organisationId ?? ''
  const asked = await story.later(2, () =>
    call('contributors.ask', owner, { params: ids(story), body: { organisationId, question: QUESTION } }),
  )
  const questionId = asked.questions.at(-1)?.id ?? ''
  await story.later(26, () => call('contributors.answer', expert, { params: { id: story.view.id, questionId }, body: { answer: ANSWER } }))
  await story.later(2, () => signPaper(signing(story), { kind: 'rights' }))
}

const signing = ({ call, view, applicant, respondent, owner }: Story): Signing => ({ call, caseId: view.id, applicant, respondent, owner })

/** A session that everybody has agreed to, and that was held. */
const meet = async (story: Story): Promise<void> => {
  const { call, owner, applicant, respondent } = story
  await story.later(1, () => move(story, owner, 'startMediation'))
  const booked = await story.later(1, async () => {
    const { items } = await call('slots.list', applicant, { params: ids(story), query: { mode: 'onsite' } })
    const slot = items[Math.min(4, items.length - 1)]
    return slot && call('bookings.create', applicant, { params: ids(story), body: { startsAt: slot.startsAt, mode: 'onsite' } })
  })
  if (!booked) return
  for (const who of [respondent, owner])
    await story.later(2, async () => {
      const { booking } = await call('cases.get', who, { params: ids(story), query: {} })
      if (booking?.can.includes('confirm')) await call('bookings.move', who, { params: { id: booked.id }, body: { move: 'confirm' } })
    })
  story.at = new Date(Math.max(story.at.getTime(), new Date(booked.endsAt).getTime()))
  await story.later(0, () => call('bookings.move', owner, { params: { id: booked.id }, body: { move: 'finish' } }))
}

const partyIds = async ({ call, owner, ...story }: Story) => {
  const { parties } = await call('cases.get', owner, { params: { id: story.view.id }, query: {} })
  const idOf = (side: string) => parties.find((party) => party.side === side && party.part === 'party')?.id ?? ''
  return { fromPartyId: idOf('respondent'), toPartyId: idOf('applicant') }
}

/** Record, agreement, and the joint application to the court. */
const agree = async (story: Story): Promise<void> => {
  const today = dateOfDay(dayNumberOf(story.at))
  const dueIn = (days: number) => dateOfDay(dayNumberOf(story.at) + days)
  const between = await partyIds(story)
  await story.later(0.2, () => signPaper(signing(story), { kind: 'record', content: { on: today, ...RECORD } }))
  const instalments = COSTS_CENTS.map((amountCents, part) => ({ amountCents, dueOn: dueIn(7 + 10 * part) }))
  const promises = [
    { ...between, what: REPAIR, dueOn: dueIn(7) },
    { ...between, what: COSTS, amountCents: COSTS_CENTS[0] + COSTS_CENTS[1], instalments },
  ]
  await story.later(0.5, () => signPaper(signing(story), { kind: 'agreement', content: AGREEMENT, promises }))
  await story.later(DAY_HOURS, () => signPaper(signing(story), { kind: 'judicial', content: { facts: JUDICIAL_FACTS } }))
}

/** Everything is kept, and both sides say so; the court confirms. */
const perform = async (story: Story): Promise<void> => {
  const { call, owner, applicant, respondent } = story
  const { items } = await call('obligations.list', owner, { params: ids(story) })
  await story.later(20, () => call('judicial.set', owner, { params: ids(story), body: { state: 'applied' } }))
  for (const [at, { id, revision }] of items.entries()) {
    const said = { move: 'claim' as const, revision, note: CLAIMS[at % CLAIMS.length] ?? CONFIRMED }
    const claimed = await story.later(30, () => call('obligations.move', respondent, { params: { id }, body: said }))
    const answer = { move: 'confirm' as const, revision: claimed.revision, note: CONFIRMED }
    await story.later(4, () => call('obligations.move', applicant, { params: { id }, body: answer }))
  }
  const confirmed = { state: 'confirmed' as const, courtNumber: COURT_NUMBER }
  await story.later(20, () => call('judicial.set', owner, { params: ids(story), body: confirmed }))
  await story.later(3, () => move(story, owner, 'resolve', RESOLVED))
  await story.later(20, () => move(story, applicant, 'confirm'))
  for (const one of [applicant, respondent])
    await story.later(1, () => call('feedback.give', one, { params: ids(story), body: { overall: 5, text: THANKS } }))
}

/** Followed up as planned, then put on the shelf. */
const close = async (story: Story): Promise<void> => {
  const { call, owner, applicant, now } = story
  const { items } = await call('followUps.forCase', owner, { params: ids(story) })
  for (const [at, visit] of items.entries()) {
    story.at = new Date(Math.max(story.at.getTime(), Date.parse(`${visit.dueOn}T01:30:00Z`)))
    if (story.at.getTime() > now.getTime() - DAY_HOURS * HOUR) return
    await story.later(1, () =>
      call('followUps.answer', applicant, { params: { id: visit.id }, body: { result: 'kept', note: VISIT_ANSWER } }),
    )
    const record = VISITS[at % VISITS.length] ?? VISITS[0]
    await story.later(2, () => call('followUps.record', owner, { params: { id: visit.id }, body: record }))
  }
  await story.later(DAY_HOURS, () => move(story, owner, 'archive'))
  await story.later(0, () => call('docket.get', owner, { params: ids(story) }))
}

/** Lives one dispute to its very end; after everything else, for the service's own part in it is done at those times. */
export const finishOne = async (stage: Stage, drain: () => Promise<unknown>): Promise<void> => {
  const story = await begin(stage, drain)
  if (!story) return
  await prepare(story)
  await meet(story)
  await agree(story)
  await perform(story)
  await close(story)
}
