import { type Case, isVeiled, type Party, partyNames, type Side } from '@server/modules/cases'
import { clockWords, localDate } from '@server/modules/deadlines'
import { regionName } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { categoryName } from '@shared/cases/categories'
import { waysOn } from '@shared/dispatch/ways'
import { MODE_NAMES } from '@shared/mediation/schemas'
import { CODE_LENGTHS } from '@shared/regions/schemas'
import { type Paper, PaperModel } from '../paper.model'
import type { Facts } from '../templates/template'
import { ANONYMOUS, PART_WORDS, SIDE_WORDS, SOME_COMMITTEE } from '../texts'
import { committeeOf } from './committee-of'

type Names = ReadonlyMap<string, string>

const MAX_NAME = 40
const nameOf = (names: Names, party: Party | undefined): string => (party ? names.get(party.id) || SIDE_WORDS[party.side] : '')

/** What the parties of a case are called; who has no name yet goes by the side. */
export const partyNamer = async (doc: Case): Promise<(partyId: string) => string> => {
  const names = await partyNames(doc)
  return (partyId) =>
    nameOf(
      names,
      doc.parties.find((one) => one.id === partyId),
    )
}

/** 申请人：老李（监护人：老王） */
const partyLine = (doc: Case, nameOf: (id: string) => string, party: Party): string => {
  const beside = doc.parties.filter((one) => one.accepted && one.part !== 'party' && one.part !== 'helper' && one.actsFor === party.id)
  const words = beside.map((one) => `${PART_WORDS[one.part]}：${nameOf(one.id)}`)
  return `${SIDE_WORDS[party.side]}：${nameOf(party.id).slice(0, MAX_NAME)}${words.length > 0 ? `（${words.join('，')}）` : ''}`
}

const linesOf = (doc: Case, nameOf: (id: string) => string, side: Side): string =>
  doc.parties
    .filter((party) => party.side === side && party.part === 'party' && !party.quit)
    .map((party) => partyLine(doc, nameOf, party))
    .join('\n')

const sessionOf = ({ booking }: Case): Pick<Facts, 'sessionAt' | 'sessionDate' | 'place'> => {
  if (!booking || booking.status === 'cancelled') return { sessionAt: '', sessionDate: localDate(clock.now()), place: '' }
  return {
    sessionAt: `${clockWords(booking.startsAt)} 至 ${clockWords(booking.endsAt)}`,
    sessionDate: localDate(booking.startsAt),
    place: booking.venue ? `${booking.venue.name} ${booking.venue.room}` : MODE_NAMES[booking.mode],
  }
}

const failureOf = ({ timeline }: Case): string => {
  const entry = timeline.findLast((one) => one.type === 'fail')
  return entry?.text.split('：').slice(1).join('：') ?? ''
}

/** What the place at a level is called; null for a case that lies above it. */
const placeAt = ({ regionCode }: Case, level: 'county' | 'township'): string | null => {
  const length = CODE_LENGTHS[level]
  return regionCode.length >= length ? regionName(regionCode.slice(0, length)) : null
}

/** The legal ways on, one a line. */
const waysOf = (doc: Case): string =>
  waysOn({ kind: doc.kind, category: doc.category, county: placeAt(doc, 'county'), township: placeAt(doc, 'township') })
    .map(({ name, where, until }, index) => `${index + 1}. ${name}：${where}。${until}`)
    .join('\n')

type Named = Pick<Paper, 'fromPartyId' | 'toPartyId' | 'scope' | 'sides'>

/** The agreement that took effect last. */
export const agreementOf = (doc: Case): Promise<Paper | null> =>
  PaperModel.findOne({ caseId: doc._id, kind: 'agreement', status: 'effective' }).sort({ createdAt: -1 }).lean<Paper>().exec()

const factsOf = (options: {
  doc: Case
  named: Named
  nameOf: (id: string) => string
  organisation: string
  mediator: string
  agreement: Paper | null
}): Facts => {
  const { doc, named, nameOf, organisation, mediator, agreement } = options
  // An applicant who asked for it is not named to the other side; an agreement's names are written in by hand.
  const hidden = doc.anonymous && named.sides.includes('respondent')
  return {
    caseNumber: doc.number,
    categoryName: categoryName(doc.category),
    countyName: placeAt(doc, 'county') ?? '',
    title: doc.title,
    words: doc.text,
    applicants: hidden ? ANONYMOUS : linesOf(doc, nameOf, 'applicant'),
    respondents: linesOf(doc, nameOf, 'respondent'),
    mediator,
    organisation,
    ...sessionOf(doc),
    today: localDate(clock.now()),
    failure: failureOf(doc),
    ways: waysOf(doc),
    agreementNumber: agreement?.number ?? '',
    agreementDate: agreement?.effectiveAt ? localDate(agreement.effectiveAt) : '',
    from: nameOf(named.fromPartyId ?? ''),
    to: nameOf(named.toPartyId ?? ''),
    scope: named.scope,
  }
}

/** What the case knows, for its forms, and what its parties are called. */
export const loadFacts = async (options: { doc: Case; actor?: Actor | undefined; named: Named }) => {
  const { doc, actor, named } = options
  const [namer, committee, agreement] = await Promise.all([partyNamer(doc), committeeOf(doc, actor), agreementOf(doc)])
  // What both sides read does not name an applicant who asked for it, among the promises neither.
  const both = named.sides.includes('respondent')
  const nameOf = (partyId: string) => (both && isVeiled(doc, partyId) ? SIDE_WORDS.applicant : namer(partyId))
  const mediator = doc.owner?.type === 'person' ? doc.owner.name : (actor?.name ?? '')
  const organisation = committee?.name ?? SOME_COMMITTEE
  return { facts: factsOf({ doc, named, nameOf, organisation, mediator, agreement }), nameOf }
}
