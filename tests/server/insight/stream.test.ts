import { type Message, Stream, signalsOf } from '@server/modules/insight'
import { chanceOf, everydayMessage } from '../../../scripts/lib/insight/everyday'

const DAY_MS = 24 * 3600 * 1000
const START = Date.UTC(2030, 0, 1)
const on = (day: number): Date => new Date(START + day * DAY_MS)
const message = (id: string, day: number, more: Partial<Message> = {}): Message => ({
  id,
  user: `writer-${id}`,
  at: on(day),
  title: '银杏坡水厂的水有怪味',
  text: '银杏坡水厂送来的水一股漂白粉味,烧开也去不掉。',
  support: 0,
  opposition: 0,
  ...more,
})
/** A stream with half a year of everyday messages, two a day. */
const usual = (window?: number): Stream => {
  const chance = chanceOf(3)
  const stream = new Stream(window === undefined ? {} : { window })
  for (let i = 0; i < 360; i += 1) stream.add(everydayMessage({ chance, serial: i, day: Math.floor(i / 2) }))
  return stream
}

test('one angry writer who posts thirty times is one person and no signal', () => {
  const stream = usual()
  const raised = Array.from({ length: 30 }, (_, i) => stream.add(message(`m${i}`, 181, { user: 'angry' })).raised)
  expect(raised).not.toContain(true)
  stream.settle()
  expect(signalsOf(stream).filter(({ members }) => members.some(({ user }) => user === 'angry'))).toEqual([])
})

test('ten different writers on two days are a signal, raised while they come, and their messages are one topic', () => {
  const stream = usual()
  const placed = Array.from({ length: 10 }, (_, i) => stream.add(message(`m${i}`, 181 + Math.floor(i / 5))))
  // The first may have nothing better to be like than something else about water.
  expect(new Set(placed.slice(2).map(({ topicId }) => topicId)).size).toBe(1)
  expect(placed.filter(({ raised }) => raised)).toHaveLength(1)
  stream.settle()
  const signal = signalsOf(stream).find(({ members }) => members.some(({ id }) => id === 'm0'))
  expect(signal).toMatchObject({ kind: 'emerging', people: 10, observed: 10, firstAt: '2030-07-01' })
  expect(Number(signal?.expected)).toBeLessThan(1)
})

test('the same messages give the same signals', () => {
  const run = () => {
    const stream = usual()
    for (let i = 0; i < 12; i += 1) stream.add(message(`m${i}`, 181 + i))
    stream.settle()
    return signalsOf(stream)
  }
  expect(run()).toEqual(run())
})

test('what has left the window is forgotten, and memory does not grow', () => {
  const stream = usual(100)
  expect(stream.topics.reduce((sum, { members }) => sum + members.length, 0)).toBeLessThan(360)
  expect(stream.topics.every(({ members }) => members.some(({ serial }) => serial >= 260))).toBe(true)
})

test('a message without words that tell anything stands alone', () => {
  const stream = usual()
  const [one, other] = [
    stream.add(message('a', 181, { title: '', text: '。。。' })),
    stream.add(message('b', 181, { title: '', text: '!!!' })),
  ]
  expect(one?.topicId).not.toBe(other?.topicId)
})
