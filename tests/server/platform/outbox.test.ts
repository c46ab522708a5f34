import { clock } from '@server/platform/clock'
import { connect, database, disconnect, ensureIndexes, model } from '@server/platform/database'
import { createLog } from '@server/platform/log'
import {
  createRelay,
  type DomainEvent,
  newEvent,
  outboxFields,
  outboxIndex,
  outboxLagSeconds,
  pendingInsert,
  pendingUpdate,
} from '@server/platform/outbox'
import { uriFor } from '@tests/support/database'
import { type Model, Schema } from 'mongoose'

const schema = new Schema({ name: String, ...outboxFields })
schema.index(...outboxIndex)
const Thing = model('Thing', schema as never) as unknown as Model<never>
const things = () => database().collection('things')
const log = createLog('silent')

beforeAll(async () => {
  await connect(uriFor('outbox'))
  await ensureIndexes()
})
afterAll(async () => {
  await database().dropDatabase()
  await disconnect()
})
beforeEach(() => things().deleteMany({}))

const add = (name: string, ...types: string[]) =>
  things().insertOne({ name, ...pendingInsert(types.map((type) => newEvent(type, { name }))) })
const relayTo = (...listeners: ((events: DomainEvent[]) => Promise<void>)[]) => createRelay({ models: [Thing], listeners, log })
const recorder = () => {
  const heard: string[] = []
  return { heard, listener: async (events: DomainEvent[]) => void heard.push(...events.map((event) => event.type)) }
}

describe('the outbox', () => {
  it('tells every event to every listener, in order, and then no more', async () => {
    const [one, other] = [recorder(), recorder()]
    await add('a', 'a1', 'a2')
    await add('b', 'b1')
    const relay = relayTo(one.listener, other.listener)
    await Promise.all([relay.drain(), relay.drain()])
    await relay.drain()
    expect(one.heard).toEqual(['a1', 'a2', 'b1'])
    expect(other.heard).toEqual(['a1', 'a2', 'b1'])
    expect(await things().countDocuments({ $or: [{ pendingAt: { $exists: true } }, { pending: { $exists: true } }] })).toBe(0)
  })
  it('keeps what is added while it tells', async () => {
    const { heard, listener } = recorder()
    await add('a', 'a1')
    let added = false
    const slow = async (events: DomainEvent[]) => {
      await listener(events)
      if (added) return
      added = true
      const { push, set } = pendingUpdate([newEvent('a2', {})])
      await things().updateOne({ name: 'a' }, { $push: push as never, $set: set })
    }
    const relay = relayTo(slow)
    await relay.drain()
    await relay.drain()
    expect(heard).toEqual(['a1', 'a2'])
  })
  it('keeps what came after it had stood still, and another had told for it', async () => {
    const { heard, listener } = recorder()
    await add('a', 'a1')
    let asleep = true
    const sleeper = async (events: DomainEvent[]) => {
      await listener(events)
      if (!asleep) return
      asleep = false
      await relayTo().drain()
      const { push, set } = pendingUpdate([newEvent('a2', {})])
      await things().updateOne({ name: 'a' }, { $push: push as never, $set: set })
    }
    const relay = relayTo(sleeper)
    await relay.drain()
    await relay.drain()
    expect(heard).toEqual(['a1', 'a2'])
  })
  it('tells again what was not heard to the end, and lets the others pass meanwhile', async () => {
    const { heard, listener } = recorder()
    let broken = true
    const picky = async (events: DomainEvent[]) => {
      if (broken && events.some((event) => event.type === 'bad')) throw new Error('cannot bear it')
      await listener(events)
    }
    await add('bad', 'bad')
    await add('good', 'good')
    const relay = relayTo(picky)
    await relay.drain()
    expect(heard).toEqual(['good'])
    broken = false
    await relay.drain()
    expect(heard).toEqual(['good', 'bad'])
  })
  it('knows how long the oldest has waited', async () => {
    expect(await outboxLagSeconds([Thing])).toBe(0)
    await things().insertOne({ name: 'old', pendingAt: new Date(clock.ms() - 60_000), pending: [newEvent('x', {})] })
    expect(await outboxLagSeconds([Thing])).toBeGreaterThanOrEqual(60)
  })
})
