import { type Message, Stream, signalsOf } from '@server/modules/insight'
import { type Tie, Ties } from '@server/modules/insight/ties'
import { array, assert, constantFrom, property, record, uniqueArray } from 'fast-check'
import { chanceOf, everydayMessage } from '../../../scripts/lib/insight/everyday'

const IDS = [...'abcdefgh']
const someIds = uniqueArray(constantFrom(...IDS), { minLength: 1, maxLength: 5 })
const ties = array(
  record({ kind: constantFrom<Tie['kind']>('join', 'part'), ids: someIds, others: someIds }).map(
    ({ kind, ids, others }): Tie => (kind === 'join' ? { kind, ids } : { kind, ids, others: others.filter((id) => !ids.includes(id)) }),
  ),
  { minLength: 1, maxLength: 12 },
)
const groupsOf = (all: Ties, ids: readonly string[]): Set<number> => new Set(ids.flatMap((id) => all.groupOf(id) ?? []))

test('whatever was said before, the latest word holds, and no group is kept apart from itself', () => {
  assert(
    property(ties, (said) => {
      const all = new Ties()
      for (const tie of said) {
        all.add(tie)
        expect(groupsOf(all, tie.ids).size).toBe(1)
        if (tie.kind === 'part' && tie.others.length > 0) expect(all.areApart(groupsOf(all, tie.ids), groupsOf(all, tie.others))).toBe(true)
        for (const group of groupsOf(all, IDS)) expect(all.areApart(new Set([group]), new Set([group]))).toBe(false)
      }
    }),
  )
})

test('who is split off from a merged matter stays apart from all of it', () => {
  const all = new Ties()
  all.add({ kind: 'join', ids: ['a', 'b', 'c', 'd'] })
  all.add({ kind: 'part', ids: ['d'], others: ['a', 'b', 'c'] })
  all.add({ kind: 'join', ids: ['c', 'e'] })
  expect(all.groupOf('a')).toBe(all.groupOf('e'))
  expect(all.areApart(groupsOf(all, ['d']), groupsOf(all, ['e']))).toBe(true)
  all.add({ kind: 'join', ids: ['d', 'a'] })
  expect(all.groupOf('d')).toBe(all.groupOf('e'))
})

const DAY_MS = 24 * 3600 * 1000
const START = Date.UTC(2030, 0, 1)
const WATER = { title: '银杏坡水厂的水有怪味', text: '银杏坡水厂送来的水一股漂白粉味,烧开也去不掉。' }
const BUS = { title: '三路公交改道以后老人没法去卫生院', text: '三路公交绕开了卫生院,老人要走四十分钟,请恢复原来的线路。' }
const message = (id: string, day: number, words: typeof WATER): Message => ({
  id,
  user: `writer-${id}`,
  at: new Date(START + day * DAY_MS),
  ...words,
  support: 0,
  opposition: 0,
})
const past = (): Message[] => {
  const chance = chanceOf(3)
  return Array.from({ length: 360 }, (_, i) => ({ ...everydayMessage({ chance, serial: i, day: Math.floor(i / 2) }), id: `past${i}` }))
}
const affairs = (): Message[] => [
  ...Array.from({ length: 8 }, (_, i) => message(`water${i}`, 181 + Math.floor(i / 4), WATER)),
  ...Array.from({ length: 8 }, (_, i) => message(`bus${i}`, 183 + Math.floor(i / 4), BUS)),
]
const idsOf = (kind: string): string[] =>
  affairs()
    .map(({ id }) => id)
    .filter((id) => id.startsWith(kind))
const streamOf = (said: readonly Tie[]): Stream => {
  const stream = new Stream()
  for (const tie of said) stream.tie(tie)
  for (const one of [...past(), ...affairs()]) stream.add(one)
  return stream
}
const topicsWith = (stream: Stream, ids: readonly string[]) =>
  stream.topics.filter(({ members }) => members.some(({ id }) => ids.includes(id))).map(({ members }) => members.map(({ id }) => id))

const JOIN: Tie = { kind: 'join', ids: [...idsOf('water'), ...idsOf('bus')] }

test.each([
  ['said afterwards', false],
  ['known before they come', true],
])('two matters that were joined are one, %s, and what is like either comes to it', (_, before) => {
  expect(topicsWith(streamOf([]), JOIN.ids).length).toBeGreaterThan(1)
  const stream = streamOf(before ? [JOIN] : [])
  if (!before) stream.tie(JOIN)
  stream.settle()
  const water = stream.add(message('later-water', 185, WATER))
  const bus = stream.add(message('later-bus', 185, BUS))
  expect(water.topicId).toBe(bus.topicId)
  const [topic, ...others] = topicsWith(stream, JOIN.ids)
  expect(others).toEqual([])
  expect(topic).toEqual(expect.arrayContaining([...JOIN.ids, 'later-water', 'later-bus']))
})

test.each([
  ['said afterwards', false],
  ['known before they come', true],
])('messages that were split off stay apart, %s, however alike they are, and both parts are told of', (_, before) => {
  const ids = idsOf('water').slice(0, 5)
  const part: Tie = { kind: 'part', ids, others: idsOf('water').slice(5) }
  const stream = streamOf(before ? [part] : [])
  if (!before) stream.tie(part)
  stream.settle()
  for (const members of topicsWith(stream, ids)) expect(members.filter((id) => part.others.includes(id))).toEqual([])
  expect(topicsWith(stream, ids)).toHaveLength(1)
  const told = signalsOf(stream).filter(({ members }) => members.some(({ id }) => idsOf('water').includes(id)))
  expect(told.length).toBeGreaterThanOrEqual(2)
})

test('messages that are taken back leave their topic, and a topic without any is gone', () => {
  const stream = streamOf([])
  stream.forget(new Set(idsOf('water').slice(0, 3)))
  expect(topicsWith(stream, idsOf('water').slice(0, 3))).toEqual([])
  expect(topicsWith(stream, idsOf('water')).flat().length).toBeGreaterThanOrEqual(5)
  stream.forget(new Set(idsOf('water')))
  expect(topicsWith(stream, idsOf('water'))).toEqual([])
})
