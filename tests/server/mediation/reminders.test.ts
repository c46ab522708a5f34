import { sendReminders } from '@server/modules/mediation/commands/send-reminders'
import { database } from '@server/platform/database'
import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { at, book, clear, confirm, hold, MONDAY, move } from './support'

let service: Service
let mediator: Client
let resident: Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set(MONDAY)
  mediator = await aMediator(service, { name: '周和', capacity: 1000 })
  resident = await service.login('小林')
})
afterAll(() => service.close())
beforeEach(async () => {
  await service.clock.set(MONDAY)
  await clear()
})

/** The reminders that wait to be told about a case; they are told by nobody here, so they stay. */
const told = async (one: { id: string }): Promise<string[]> => {
  const found = await database()
    .collection('cases')
    .findOne({ number: (one as { number?: string }).number })
  return (found?.pending ?? []).flatMap(({ data }: { data: { change?: string } }) =>
    data.change?.startsWith('remind') ? [data.change] : [],
  )
}
const runAt = async (iso: string) => {
  await service.clock.set(iso)
  // Several processes find the same reminders due.
  await Promise.all(Array.from({ length: 5 }, () => sendReminders()))
}

describe('of a session people are reminded', () => {
  test('a day and an hour before, each once', async () => {
    const one = await aCase(service, resident)
    const made = await book(resident, one, at('12T09:00'))
    await confirm(mediator, made.id)
    await runAt(at('11T08:59'))
    expect(await told(one)).toEqual([])
    await runAt(at('11T09:01'))
    await runAt(at('11T20:00'))
    expect(await told(one)).toEqual(['remindDay'])
    await runAt(at('12T08:01'))
    await runAt(at('12T08:30'))
    expect(await told(one)).toEqual(['remindDay', 'remindHour'])
  })
  test('not a day before when it was booked later than that, nor when it was moved there', async () => {
    const [one, other] = [await aCase(service, resident), await aCase(service, resident)]
    await book(resident, one, at('09T14:00'))
    const made = await book(resident, other, at('12T09:00'))
    await move(resident, made.id, { move: 'reschedule', startsAt: at('09T15:00') })
    await runAt(at('09T13:05'))
    expect([await told(one), await told(other)]).toEqual([['remindHour'], []])
    await runAt(at('09T14:05'))
    expect(await told(other)).toEqual(['remindHour'])
  })
  test('once for the hour when the service was away the day before, and not at all when it has begun', async () => {
    const [one, other] = [await aCase(service, resident), await aCase(service, resident)]
    await book(resident, one, at('12T10:00'))
    await book(resident, other, at('12T09:00'))
    await runAt(at('12T09:10'))
    expect([await told(one), await told(other)]).toEqual([['remindHour'], []])
  })
  test('not of what was cancelled or only held', async () => {
    const [one, other] = [await aCase(service, resident), await aCase(service, resident)]
    const made = await book(resident, one, at('12T09:00'))
    await move(resident, made.id, { move: 'cancel', reason: '有事' })
    await hold(resident, other, at('12T10:00'))
    await runAt(at('12T08:30'))
    expect([await told(one), await told(other)]).toEqual([[], []])
  })
})
