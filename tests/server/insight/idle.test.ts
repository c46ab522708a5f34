import { readFrom } from '@server/modules/insight/position'
import { openHost, type StreamTask } from '@server/modules/insight/stream-host'
import { ObjectId } from '@server/platform/database'
import { chanceOf, everydayMessage } from '../../../scripts/lib/insight/everyday'

const IDLE: StreamTask = { ties: [], gone: [], messages: [], settle: false, report: true }

test('what has gone is news once, however often a stream is told of it', () => {
  const host = openHost({ window: 100, offsetMs: 0 })
  const chance = chanceOf(3)
  const messages = Array.from({ length: 20 }, (_, serial) => everydayMessage({ chance, serial, day: serial }))
  expect(host({ ...IDLE, messages })).not.toBeNull()
  const gone = [messages[4]?.id ?? '', 'unknown']
  expect(host({ ...IDLE, gone })).not.toBeNull()
  expect(host({ ...IDLE, gone })).toBeNull()
  expect(host({ ...IDLE, gone, messages: messages.slice(0, 6) })).toBeNull()
})

test('reading goes on a little before the last, and after a while of quiet reads nothing twice', () => {
  const at = (second: number) => ObjectId.createFromTime(1_800_000_000 + second) as ObjectId
  const from = (after: number, lookedAt: number) =>
    readFrom({ after: at(after), lookedAt: at(lookedAt) })
      .getTimestamp()
      .getTime() /
      1000 -
    1_800_000_000
  expect(from(1000, 1010)).toBe(880)
  expect(from(1000, 1180)).toBe(880)
  expect(from(1000, 1301)).toBe(1001)
})
