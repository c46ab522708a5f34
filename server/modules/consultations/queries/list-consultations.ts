import { type Actor, regionsOf } from '@server/platform/actor'
import type { ObjectId } from '@server/platform/database'
import { NEWEST_FIRST, olderThan, placeOf } from '@server/platform/newest-first'
import { toPage } from '@server/platform/page'
import type { CONSULTATION_VIEWS } from '@shared/consultations/schemas'
import type { ConsultationState } from '@shared/consultations/words'
import { type Consultation, ConsultationModel } from '../consultation.model'
import { departmentsOf } from '../consultations.policy'
import { type Supporter, SupporterModel } from '../supporter.model'
import { HIDDEN } from './load-consultation'
import { topicsOf } from './participation'

interface Asked {
  view: (typeof CONSULTATION_VIEWS)[number]
  regionCode?: string
  state?: ConsultationState
  cursor?: string
  limit: number
}
type Filter = Record<string, unknown>

/** Of more topics than these nobody sees the older ones among their own. */
const MOST_JOINED = 1000
/** What waits for the member in charge; the office may do that too, and has the rest. */
const LEADS: ConsultationState[] = ['chosen', 'open', 'scheduled']
const OFFICE: ConsultationState[] = ['proposed', ...LEADS, 'concluded', 'passedOn']

const within = (region: string): Filter => ({ regionCode: { $gte: region, $lt: `${region}:` } })
const NOTHING: Filter[] = []

/** What has been declined stands in no list of what is going on, unless it is asked for. */
const publicFilter = ({ state }: Asked): Filter[] => [{ words: 'passed', ...(state ? {} : { state: { $ne: 'declined' } }) }]

const mineFilter = async ({ personId }: Actor): Promise<Filter[]> => {
  const supported = SupporterModel.find({ personId }, { consultationId: 1 }).sort({ _id: -1 }).limit(MOST_JOINED).lean<Supporter[]>()
  const [rows, others] = await Promise.all([supported, topicsOf(personId)])
  const ids: ObjectId[] = [...rows.map(({ consultationId }) => consultationId), ...others].slice(0, MOST_JOINED)
  // What was supported, voted on or signed up to has been seen by all.
  return [{ 'proposer.personId': personId }, ...(ids.length > 0 ? [{ _id: { $in: ids } }] : [])]
}

const workFilter = (actor: Actor): Filter[] => {
  const offices = regionsOf(actor, 'cppccOffice').map((region) => ({
    state: { $in: OFFICE },
    words: { $ne: 'refused' },
    ...within(region),
  }))
  const members = regionsOf(actor, 'cppccMember')
  const led = members.length > 0 ? [{ 'lead.personId': actor.personId, state: { $in: LEADS }, $or: members.map(within) }] : NOTHING
  const asked = departmentsOf(actor).map((organisationId) => ({
    'tasks.organisationId': organisationId,
    state: 'passedOn',
    tasks: { $elemMatch: { organisationId, answer: null } },
  }))
  return [...offices, ...led, ...asked]
}

const filtersOf = async (actor: Actor, asked: Asked): Promise<Filter[]> => {
  if (asked.view === 'public') return publicFilter(asked)
  return asked.view === 'mine' ? mineFilter(actor) : workFilter(actor)
}

/** Consultations, newest first: what everybody sees, one’s own, or what waits for the actor’s work. */
export const listConsultations = async (options: { actor: Actor; asked: Asked }) => {
  const { actor, asked } = options
  const filters = await filtersOf(actor, asked)
  if (filters.length === 0) return { rows: [] as Consultation[], nextCursor: null }
  const narrowed = { ...(asked.regionCode ? within(asked.regionCode) : {}), ...(asked.state ? { state: asked.state } : {}) }
  const either = filters.length === 1 ? (filters[0] as Filter) : { $or: filters }
  const rows = await ConsultationModel.find({ $and: [either, narrowed, olderThan(asked.cursor)] }, HIDDEN)
    .sort(NEWEST_FIRST)
    .limit(asked.limit + 1)
    .lean<Consultation[]>()
  return toPage(rows, asked.limit, placeOf)
}
