import { inviteAttendee } from '@server/modules/consultations/commands/invite-attendee'
import { leavePlace } from '@server/modules/consultations/commands/leave-place'
import { signUp } from '@server/modules/consultations/commands/sign-up'
import type { Consultation } from '@server/modules/consultations/consultation.model'
import { placesOf } from '@server/modules/consultations/queries/place-of'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { ObjectId } from '@server/platform/database'
import { AppError } from '@server/platform/errors'
import { CITY } from '@tests/support/city'
import { aService, type Service } from '@tests/support/service'
import fc from 'fast-check'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service?.close())

type Step = { do: 'come' | 'go'; who: number } | { do: 'invite' } | { do: 'redeem'; who: number; which: number }
const PEOPLE = 8
const who = fc.nat(PEOPLE - 1)
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: who.map((one): Step => ({ do: 'come', who: one })) },
    { weight: 3, arbitrary: who.map((one): Step => ({ do: 'go', who: one })) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'invite' }) },
    { weight: 2, arbitrary: fc.tuple(who, fc.nat(3)).map(([one, which]): Step => ({ do: 'redeem', who: one, which })) },
  ),
  { maxLength: 30 },
)

interface Row {
  who: number | null
  state: 'in' | 'waiting' | 'invited'
  /** Which invitation it was kept for. */
  kept?: number
}

/** The rules in their plainest form, one list and nothing at the same time. */
class Expected {
  rows: Row[] = []
  invited = 0
  constructor(readonly places: number) {}
  private handOn() {
    for (const row of this.rows) if (row.state === 'waiting' && this.held() < this.places) row.state = 'in'
  }
  private held = () => this.rows.filter(({ state }) => state !== 'waiting').length
  private remove(one: number) {
    this.rows = this.rows.filter((row) => row.who !== one)
  }
  take(step: Step) {
    if (step.do === 'come' && !this.rows.some((row) => row.who === step.who))
      this.rows.push({ who: step.who, state: this.held() < this.places ? 'in' : 'waiting' })
    if (step.do === 'go') this.remove(step.who)
    if (step.do === 'invite' && this.rows.length < this.places) this.rows.push({ who: null, state: 'invited', kept: this.invited++ })
    if (step.do === 'redeem') {
      const row = this.rows.find(({ kept, state }) => kept === step.which && state === 'invited')
      if (row) {
        this.remove(step.who)
        Object.assign(row, { who: step.who, state: 'in' })
      }
    }
    this.handOn()
  }
}

const persons = Array.from({ length: PEOPLE }, () => new ObjectId().toHexString())
const actorOf = (index: number): Actor => ({ accountId: 'a', personId: persons[index] as string, name: '', sessionId: '', roles: [] })
const office: Actor = { ...actorOf(0), roles: [{ role: 'cppccOffice', regionCode: CITY.city, organisationId: null }] }
const aDoc = (places: number) =>
  ({
    _id: new ObjectId(),
    state: 'scheduled',
    regionCode: CITY.city,
    lead: null,
    meeting: { at: new Date(clock.ms() + 86_400_000), minutes: 60, place: '', places },
  }) as unknown as Consultation

const refused = (error: unknown) => {
  if (!(error instanceof AppError)) throw error
}

it('whatever people do in whatever order, the list is what the rules say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), steps, async (places, taken) => {
      const [doc, expected, codes] = [aDoc(places), new Expected(places), [] as string[]]
      for (const step of taken) {
        expected.take(step)
        if (step.do === 'come') await signUp({ actor: actorOf(step.who), doc })
        if (step.do === 'go') await leavePlace({ actor: actorOf(step.who), doc })
        if (step.do === 'invite')
          await inviteAttendee({ actor: office, doc, input: { as: 'expert', name: '客' }, key: undefined }).then(
            ({ code }) => codes.push(code),
            refused,
          )
        if (step.do === 'redeem') await signUp({ actor: actorOf(step.who), doc, code: codes[step.which] ?? 'none' }).catch(refused)
        const rows = (await placesOf(doc._id)).map(({ personId, state }) => [personId, state])
        expect(rows).toEqual(expected.rows.map((row) => [row.who === null ? null : persons[row.who], row.state]))
      }
    }),
    { numRuns: 60 },
  )
})
