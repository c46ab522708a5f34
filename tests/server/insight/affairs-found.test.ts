import { nameOf, type Signal, Stream, signalsOf } from '@server/modules/insight'
import { chanceOf } from '../../../scripts/lib/insight/everyday'
import { AFFAIRS } from './affairs'
import { type Written, withShuffledDates, yearOf } from './planted'

const EVERYDAY = 1000
const year = yearOf({ seed: 4, everyday: EVERYDAY })
const byId = new Map(year.map((message) => [message.id, message]))

const read = (messages: readonly Written[]): Stream => {
  const stream = new Stream()
  for (const message of messages) stream.add(message)
  stream.settle()
  return stream
}
const stream = read(year)
const signals = signalsOf(stream)
const affairOf = (id: string) => byId.get(id)?.affair

/** The signal of the first twenty that has most of an affair, and how well it has it. */
const foundOf = (affair: string) => {
  const all = year.filter((message) => message.affair === affair)
  const scored = signals.slice(0, 20).map((signal) => {
    const hit = signal.members.filter(({ id }) => affairOf(id) === affair).length
    return { signal, precision: hit / signal.members.length, recall: hit / all.length }
  })
  return scored.sort((one, other) => other.recall - one.recall)[0]
}

test('at least seven of eight affairs are among the first twenty signals, and their messages are together', () => {
  const found = AFFAIRS.filter(({ name }) => {
    const best = foundOf(name)
    return best && best.precision >= 0.85 && best.recall >= 0.6
  })
  expect(found.length).toBeGreaterThanOrEqual(7)
})

test('an affair that comes up quickly is raised by its tenth message', () => {
  const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3600 * 1000).toISOString().slice(0, 10)
  const quick = AFFAIRS.filter(({ days }) => days <= 90)
  const early = quick.filter(({ name }) => {
    const raisedAt = foundOf(name)?.signal.raisedAt ?? '9999'
    return year.filter((message) => message.affair === name && dayOf(message.at) < raisedAt).length < 10
  })
  expect(early.length).toBeGreaterThanOrEqual(quick.length - 1)
})

test('its name says what it is about', () => {
  const signal = foundOf('枫林云庭旁的沥青厂')?.signal as Signal
  const titles = signal.members.map(({ id }) => byId.get(id)?.title ?? '')
  expect(nameOf(titles, stream.vocabulary)).toMatch(/沥青|枫林云庭/u)
})

test('with dates dealt out by chance no more than one emerging signal comes up in twenty weeks', () => {
  const seeds = [11, 12]
  const false_ = seeds.map(
    (seed) => signalsOf(read(withShuffledDates(chanceOf(seed), year))).filter(({ kind }) => kind === 'emerging').length,
  )
  const weeks = (365 / 7) * seeds.length
  expect(false_.reduce((sum, count) => sum + count, 0) / weeks).toBeLessThanOrEqual(1 / 20)
})

test('a signal counts its messages, supporters, and dates', () => {
  for (const { members, people, support, firstAt, latestAt, raisedAt, p } of signals) {
    const messages = members.map(({ id }) => byId.get(id) as Written)
    expect(people).toBe(new Set(messages.map(({ user }) => user)).size)
    expect(support).toBe(messages.reduce((sum, message) => sum + message.support, 0))
    expect(firstAt <= raisedAt && firstAt <= latestAt).toBe(true)
    expect(p).toBeLessThan(0.05)
  }
})
