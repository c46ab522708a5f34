import { dayNumberOf, instantAt } from '@server/modules/deadlines'
import { moderationJobs } from '@server/modules/moderation'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { Stage } from './cases'
import type { TopicWords } from './consultation-words'

const HOUR = 3_600_000
/** The office that takes the steps. */
export const OFFICE = 'dong-zhiyuan'
/** WeChat looks at nothing that was written longer ago than this: a person does. */
export const LOOKED_AT_AFTER_HOURS = 3
const AFTERNOON = 14 * 60 + 30

export type Drain = () => Promise<unknown>
/** What all topics have: who is there, and the time in which it happens. */
export interface Setting {
  stage: Stage
  neighbours: Actor[]
  drain: Drain
}
/** A topic on its way: everything happens at its time, and what it causes has happened before the next. */
export interface Telling extends Setting {
  words: TopicWords
  id: string
  on: <T>(days: number | undefined, work: () => Promise<T>, hours?: number) => Promise<T | undefined>
}

/** Somebody of the cast; the office when nobody is named. */
export const person = ({ stage }: Setting, name: string | undefined): Actor => stage.cast.actors.get(name ?? OFFICE) as Actor
/** The afternoon of a day before now. */
export const daysBefore = ({ stage }: Setting, days: number): Date => instantAt(dayNumberOf(stage.now) - days, AFTERNOON)

/** Does something on a day before now; not at all when there is no such day. */
export const teller = (setting: Setting): Telling['on'] => {
  const { stage, drain } = setting
  return async (days, work, hours = 0) => {
    if (days === undefined) return undefined
    const at = new Date(Math.min(daysBefore(setting, days).getTime() + hours * HOUR, stage.now.getTime() - HOUR))
    return clock.at(at, async () => {
      const done = await work()
      await drain()
      return done
    })
  }
}

/** The centres have read what was proposed and said. */
export const lookAtWords = async ({ stage: { call, cast } }: Setting): Promise<void> => {
  for (const job of moderationJobs) await job.run()
  const dispatchers = [...cast.actors.values()].filter(({ roles }) => roles.some(({ role }) => role === 'dispatcher'))
  for (const dispatcher of dispatchers) {
    const { items } = await call('checks.list', dispatcher, { query: { limit: 100 } })
    for (const { id } of items.filter(({ subject }) => subject === 'topic' || subject === 'statement'))
      await call('checks.decide', dispatcher, { params: { id }, body: { pass: true, reason: '可以公开' } })
  }
}
