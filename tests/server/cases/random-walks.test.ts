import { MOVE_NAMES, MOVES, type MoveName, targetOf } from '@shared/cases/moves'
import { CASE_KINDS, type CaseStatus, isOpen } from '@shared/cases/words'
import { aService, type Client, type Service } from '@tests/support/service'
import * as fc from 'fast-check'
import { aCaseOf, aCast, type Cast, extrasFor, type Leads, leadsOf } from './lives'

let service: Service
let cast: Cast
/** The cast's owner has them. */
let leads: Leads

beforeAll(async () => {
  service = await aService()
  cast = await aCast(service)
  leads = await leadsOf(cast)
})
afterAll(() => service?.close())

const ACTORS = ['applicant', 'owner', 'colleague', 'dispatcher'] as const
type ActorName = (typeof ACTORS)[number]

/** What the table says of a case, kept beside the service. */
interface Model {
  status: CaseStatus
  before: CaseStatus | null
  revision: number
  entries: number
  /** Who of the cast owns it; undefined for the centre's queue, or nobody. */
  owner: ActorName | undefined
  /** It goes to another organisation, which is nobody of the cast, once. */
  passedOn: boolean
  /** It is handled with the lead of its kind. */
  merged: boolean
}

const mayMove = (model: Model, move: MoveName, actor: ActorName): boolean => {
  if (move === 'passOn' && model.passedOn) return false
  if ((move === 'resume' && model.merged) || (move === 'unmerge' && !model.merged)) return false
  // Whoever merges must have the lead in hand, too.
  if (move === 'merge' && actor === 'colleague') return false
  return isMover(model, move, actor)
}

/** Where it will go on after a pause: what lay in the queue has the lead's owner by then. */
const standsBehind = (model: Model, move: MoveName): CaseStatus | null => {
  if (move !== 'suspend' && move !== 'merge') return null
  return model.status === 'submitted' ? 'assigned' : model.status
}

const isMover = (model: Model, move: MoveName, actor: ActorName): boolean =>
  (actor === 'applicant' && MOVES[move].by.includes('applicant')) ||
  (actor === 'dispatcher' && MOVES[move].by.includes('dispatcher')) ||
  (actor === model.owner && MOVES[move].by.includes('owner'))

const after = (model: Model, move: MoveName, to: CaseStatus, assignee: ActorName | undefined): Model => ({
  status: to,
  before: standsBehind(model, move),
  revision: model.revision + 1,
  entries: model.entries + 1,
  owner:
    { mover: model.owner, assignee, queue: undefined, none: undefined, lead: 'owner' as const }[MOVES[move].owner as string] ??
    (MOVES[move].owner ? undefined : model.owner),
  passedOn: model.passedOn || move === 'passOn',
  merged: move === 'merge',
})

const aStep = fc.record({ move: fc.constantFrom(...MOVE_NAMES), actor: fc.constantFrom(...ACTORS), stale: fc.boolean() })

test('whatever is tried in whatever order, the case stands where the table says', async () => {
  const walk = fc.asyncProperty(
    fc.constantFrom(...CASE_KINDS),
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.nat(1000) }, { weight: 1, arbitrary: aStep }), { minLength: 8, maxLength: 25 }),
    async (kind, steps) => {
      const doc = await aCaseOf(cast, kind)
      let model: Model = {
        status: 'assigned',
        before: null,
        revision: doc.revision,
        entries: 2,
        owner: 'owner',
        passedOn: false,
        merged: false,
      }
      for (const step of steps) {
        const permitted = MOVE_NAMES.flatMap((move) =>
          ACTORS.filter((actor) => mayMove(model, move, actor) && targetOf({ move, kind, ...model })).map((actor) => ({
            move,
            actor,
            stale: false,
          })),
        )
        const chosen = typeof step === 'number' ? permitted[step % (permitted.length || 1)] : step
        if (!chosen) break
        const { move, actor, stale } = chosen
        const colleague: ActorName = model.owner === 'colleague' ? 'owner' : 'colleague'
        const assignee = move === 'passOn' ? undefined : colleague
        const client: Client = cast[actor]
        const given = assignee && MOVES[move].needs === 'assignee' ? { assigneeId: cast[assignee].personId } : {}
        const extras = { ...extrasFor(move, cast, leads[kind]), ...given }
        const body = { move, revision: stale ? model.revision - 1 : model.revision, ...extras }
        const answer = await client.raw('POST', `/api/cases/${doc.id}/moves`, { body })
        const to = targetOf({ move, kind, ...model })
        const permits = !stale && to !== undefined && mayMove(model, move, actor)
        expect([kind, model.status, move, actor, answer.status < 300]).toEqual([kind, model.status, move, actor, permits])
        if (permits && to) model = after(model, move, to, assignee)
        const seen = await cast.dispatcher.call('cases.get', { params: { id: doc.id } })
        expect([seen.status, seen.revision, seen.timeline.length]).toEqual([model.status, model.revision, model.entries])
        if (!isOpen(model.status)) expect(seen.deadline).toBeNull()
      }
    },
  )
  await fc.assert(walk, { numRuns: 25 })
})
