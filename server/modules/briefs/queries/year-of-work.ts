import { topicsOfMembers } from '@server/modules/consultations'
import { dateOfDay, dayNumberOf, dayOfDate, instantAt, localDate } from '@server/modules/deadlines'
import { organisationById, personNames } from '@server/modules/identity'
import { regionExists, regionName } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import type { YearOfWork, YearQuery } from '@shared/briefs/schemas'
import type * as z from 'zod/mini'
import { BriefModel } from '../brief.model'
import { type Membership, membersWithin } from '../year/members'
import { createTally, type Numbered, nothingDone, type Worker, type WorkNumbers, type Year } from '../year/tally'
import { mayReadYear, yearRegions } from '../year/year.policy'

type Asked = z.infer<typeof YearQuery>
const MONTH = 'YYYY-MM'.length
const COLUMNS = { author: 1, signatures: 1, adoptions: 1, instructions: 1, submittedAt: 1, acceptedAt: 1 }

const regionFor = (actor: Actor, asked: string | undefined): string => {
  const regionCode = asked ?? yearRegions(actor)[0]
  if (regionCode === undefined || !mayReadYear(actor, regionCode)) throw new Forbidden()
  if (!regionExists(regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  return regionCode
}

const yearOf = (asked: number | undefined): Year => {
  const year = asked ?? Number(dateOfDay(dayNumberOf(clock.now())).slice(0, 4))
  const start = (of: number) => instantAt(dayOfDate(`${of}-01-01`), 0)
  return { year, from: start(year), to: start(year + 1) }
}

/** What has been submitted by the end of the year and was changed since it began: whatever happened in it is among these. */
const briefsOf = (regionCode: string, { from, to }: Year) =>
  BriefModel.find(
    {
      at: { $gte: from },
      regionCode: { $gte: regionCode, $lt: `${regionCode}:` },
      submittedAt: { $lt: to },
      state: { $ne: 'withdrawn' },
    },
    COLUMNS,
  )
    .lean<Numbered[]>()
    .cursor()

const rowOfMember = ({ personId }: Worker): string => personId
const rowOfGroup =
  ({ groupOf }: Membership) =>
  ({ personId, organisationId }: Worker): string | undefined =>
    organisationId ?? groupOf.get(personId)

/** Names of the rows; of people and groups of elsewhere who have worked in the region too. */
const namesOf = async (by: Asked['by'], ids: string[], { memberNames, groupNames }: Membership): Promise<Map<string, string>> => {
  const known = by === 'member' ? memberNames : groupNames
  const others = ids.filter((id) => !known.has(id))
  if (by === 'member') return new Map([...known, ...(await personNames(others))])
  const found = await Promise.all(others.map(organisationById))
  return new Map([...known, ...found.flatMap((one) => (one ? [[one.id, one.name] as const] : []))])
}

const LEFT = '已离开的人或委组'
/** Who has most to show stands first. */
const inOrder = (one: WorkNumbers & { name: string }, other: WorkNumbers & { name: string }): number =>
  other.adopted - one.adopted ||
  other.accepted - one.accepted ||
  other.submitted - one.submitted ||
  other.signed - one.signed ||
  one.name.localeCompare(other.name, 'zh-CN')

/** A year of work of members or groups in a region, in numbers (see `WorkNumbers`). Throws Forbidden for others. */
export const yearOfWork = async ({ actor, asked }: { actor: Actor; asked: Asked }): Promise<YearOfWork> => {
  const { by } = asked
  const regionCode = regionFor(actor, asked.regionCode)
  const year = yearOf(asked.year)
  const members = await membersWithin(regionCode)
  const rowOf = by === 'member' ? rowOfMember : rowOfGroup(members)
  const tally = createTally({ year, rowOf, monthOf: (at) => localDate(at).slice(0, MONTH) })
  for await (const brief of briefsOf(regionCode, year)) tally.addBrief(brief as unknown as Numbered)
  for (const personIds of await topicsOfMembers({ regionCode, from: year.from, to: year.to }))
    tally.addTopic(personIds.map((personId) => ({ personId, organisationId: null })))
  const ids = [...new Set([...(by === 'member' ? members.memberNames : members.groupNames).keys(), ...tally.rows.keys()])]
  const names = await namesOf(by, ids, members)
  const rows = ids.map((id) => ({ id, name: names.get(id) ?? LEFT, ...(tally.rows.get(id) ?? nothingDone()) }))
  return { year: year.year, by, regionName: regionName(regionCode), rows: rows.sort(inOrder), byMonth: tally.months() }
}
