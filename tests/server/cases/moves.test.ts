import { MOVE_NAMES, MOVES, type MoveName, type Mover, targetOf } from '@shared/cases/moves'
import { CASE_KINDS, CASE_STATUSES, type CaseKind, type CaseStatus } from '@shared/cases/words'
import { aService, type Client, type Service } from '@tests/support/service'
import { aCaseAt, aCast, type Cast, extrasFor, type Leads, leadsOf } from './lives'

let service: Service
let cast: Cast
let leads: Leads
/** Who is no mover, whether they see the case or not. */
let others: [string, Client][]

beforeAll(async () => {
  service = await aService()
  cast = await aCast(service)
  leads = await leadsOf(cast)
  others = [
    ['supervisor', await service.staff('supervisor', { name: '督查员甲' })],
    ['stranger', await service.login('路人甲')],
    ['mediator who does not own it', cast.colleague],
    ['admin', await service.staff('admin', { name: '管理员甲' })],
  ]
})
afterAll(() => service?.close())

const STATUSES = (kind: CaseKind): CaseStatus[] => {
  const never: CaseStatus[] = kind === 'dispute' ? ['handling'] : ['mediating', 'agreed', 'performing', 'failed']
  return CASE_STATUSES.filter((status) => !never.includes(status))
}
const ACTORS: Exclude<Mover, 'system'>[] = ['applicant', 'owner', 'dispatcher']

/** Who owns it where it stands: nobody works on what lies in the centre's queue or has been returned. */
const ownsAt = (status: CaseStatus): boolean => !['submitted', 'returned', 'archived'].includes(status)

const cases = CASE_KINDS.flatMap((kind) => STATUSES(kind).map((status) => [kind, status] as const))

const pairs = MOVE_NAMES.flatMap((move) => ACTORS.map((actor) => ({ move, actor })))

describe.each(cases)('a %s that is %s', (kind, status) => {
  const leadsTo = (move: MoveName) => targetOf({ move, kind, status, before: 'accepted' })
  // What is suspended here was not merged: there is nothing to take apart.
  const isPermitted = ({ move, actor }: (typeof pairs)[number]) =>
    MOVES[move].by.includes(actor) && leadsTo(move) !== undefined && (actor !== 'owner' || ownsAt(status)) && move !== 'unmerge'
  const refusal = ({ move, actor }: (typeof pairs)[number]) => {
    if (actor === 'owner' && !ownsAt(status)) return [404, 'not_found']
    return MOVES[move].by.includes(actor) ? [409, 'move_not_allowed'] : [403, 'forbidden']
  }

  test('refuses every move that the table does not have, and says that one can make the others', async () => {
    const doc = await aCaseAt(cast, kind, status)
    const refused = pairs.filter((pair) => !isPermitted(pair))
    const answers = await Promise.all(
      refused.map(async ({ move, actor }) => {
        const body = { move, revision: doc.revision, ...extrasFor(move, cast, leads[kind]) }
        const answer = await cast[actor].raw('POST', `/api/cases/${doc.id}/moves`, { body })
        return [move, actor, answer.status, answer.body.code]
      }),
    )
    expect(answers).toEqual(refused.map(({ move, actor }) => [move, actor, ...refusal({ move, actor })]))
    for (const actor of ACTORS) {
      if (actor === 'owner' && !ownsAt(status)) continue
      const { can, revision } = await cast[actor].call('cases.get', { params: { id: doc.id } })
      const permitted = MOVE_NAMES.filter((move) => isPermitted({ move, actor }))
      expect([actor, can.filter((one) => (MOVE_NAMES as readonly string[]).includes(one))]).toEqual([actor, permitted])
      expect(revision).toBe(doc.revision)
    }
  })

  test('permits every move of the table to everyone who may make it', async () => {
    for (const { move, actor } of pairs.filter(isPermitted)) {
      const doc = await aCaseAt(cast, kind, status)
      const body = { move, revision: doc.revision, ...extrasFor(move, cast, leads[kind]) }
      const answer = await cast[actor].raw('POST', `/api/cases/${doc.id}/moves`, { body })
      expect([move, actor, answer.status, answer.body.status, answer.body.revision]).toEqual([
        move,
        actor,
        200,
        leadsTo(move),
        doc.revision + 1,
      ])
      // Archiving is not told to the parties, and who hands a case back still reads the answer.
      expect(answer.body.timeline.at(-1)).toMatchObject({ type: move })
    }
  })
})

test.each(CASE_KINDS)('nobody else moves a %s', async (kind) => {
  const doc = await aCaseAt(cast, kind, 'assigned')
  for (const [name, client] of others) {
    for (const move of MOVE_NAMES) {
      const body = { move, revision: doc.revision, ...extrasFor(move, cast, leads[kind]) }
      const answer = await client.raw('POST', `/api/cases/${doc.id}/moves`, { body })
      expect([name, move, answer.status]).toEqual([name, move, name === 'supervisor' ? 403 : 404])
    }
  }
})
