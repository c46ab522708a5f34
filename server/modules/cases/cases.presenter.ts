import { toLocalIso } from '@server/modules/deadlines'
import { maskedPhones } from '@server/modules/identity'
import { regionPath } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { presentFile } from '@server/platform/files'
import { CATEGORIES, categoryName } from '@shared/cases/categories'
import type { Can, CaseItem, CaseView, CategoryView, PartyView, QuestionView } from '@shared/cases/schemas'
import type { Relation } from '@shared/cases/words'
import type { FeedbackView } from '@shared/feedback/schemas'
import type * as z from 'zod/mini'
import { canOf, cardCanOf } from './can'
import type { CaseCard } from './card'
import { type Case, type CaseDeadline, NEVER } from './case.model'
import { lightOf } from './case-deadlines'
import { chiefRelation, keysOf, type Reading, readingOf, relationsOf, sideOf } from './cases.policy'
import { isJointOpen, wantsJointRoom } from './joint-room'
import { nameIn, namesFor } from './names'
import { isSpeaker } from './parties.policy'
import { ports } from './ports'
import { casesById } from './queries/find-case'
import { isWaiting } from './questions'
import { wholeTimeline } from './timeline'

/** Categories as forms need them. */
export const presentCategories = (): z.infer<typeof CategoryView>[] =>
  CATEGORIES.map(({ code, name, hint, kinds, children }) => ({ code, name, hint: hint ?? '', kinds: [...kinds], children: [...children] }))

const isDue = (at: Date): boolean => at.getTime() < NEVER.getTime()
const iso = (at: Date | null): string | null => (at ? toLocalIso(at) : null)

/** Until when the actor has to answer: who was only asked has nothing to do with the deadlines of who handles the case. */
const answerDue = ({ questions }: CaseCard, actor: Actor): Date => {
  const own = questions.filter((question) => isWaiting(question) && keysOf(actor).includes(question.toKey))
  return new Date(Math.min(NEVER.getTime(), ...own.map(({ dueAt }) => (dueAt ?? NEVER).getTime())))
}

type CardStanding = { doc: CaseCard; actor: Actor; relations: Relation[] }
type Standing = CardStanding & { doc: Case }

/** What every answer about a case begins with. Who was only asked for help does not see the title, for it quotes the text. */
const presentHead = <Ability extends Can>(options: CardStanding & { feedback: FeedbackView | undefined; can: Ability[] }) => {
  const { doc, actor, relations, feedback, can } = options
  const isAsked = chiefRelation(relations) === 'contributor'
  const clocked = isAsked ? { status: doc.status, dueAt: answerDue(doc, actor) } : doc
  return {
    id: doc._id.toHexString(),
    number: doc.number,
    kind: doc.kind,
    category: doc.category,
    title: isAsked ? categoryName(doc.category) : doc.title,
    status: doc.status,
    revision: doc.revision,
    regionCode: doc.regionCode,
    assignee: doc.owner && { id: doc.owner.id, name: doc.owner.name, role: doc.owner.role },
    deadline: isDue(clocked.dueAt) ? toLocalIso(clocked.dueAt) : null,
    light: lightOf(clocked, clock.now()),
    // How the words were graded would tell the other side what they say.
    risk: sideOf(actor, doc) ? 'D' : (doc.risk ?? 'D'),
    merged: doc.leadId !== undefined,
    createdAt: toLocalIso(doc.createdAt),
    updatedAt: toLocalIso(doc.updatedAt),
    booking: doc.booking && !isAsked ? ports().presentBooking({ doc, actor, relations }) : null,
    feedback: feedback ?? null,
    can,
  }
}

/** Whether there may be a rating to show: of this round, or of one before it. */
const wasRated = (doc: Pick<Case, 'ratedBy' | 'round'>): boolean => doc.ratedBy.length > 0 || doc.round > 0

/** A page of a list. Feedback is asked for once, and only when somebody has rated one of the cases. */
export const presentItems = async (options: { rows: Pick<CardStanding, 'doc' | 'relations'>[]; actor: Actor }): Promise<CaseItem[]> => {
  const { rows, actor } = options
  const rated = rows.map((row) => row.doc).filter(wasRated)
  const feedback = rated.length > 0 ? await ports().feedbackFor({ docs: rated, actor }) : undefined
  return rows.map(({ doc, relations }) =>
    presentHead({ doc, actor, relations, feedback: feedback?.get(doc._id.toHexString()), can: cardCanOf({ doc, actor, relations }) }),
  )
}

const presentQuestions = (doc: Case, actor: Actor, reading: Reading): z.infer<typeof QuestionView>[] => {
  if (doc.questions.length === 0 || reading.questions === 'none') return []
  const keys = keysOf(actor)
  return doc.questions
    .filter((question) => reading.questions === 'all' || keys.includes(question.toKey))
    .map(({ id, toName, question, files, askedAt, answer, answeredAt, dueAt, withdrawnAt }) => ({
      id,
      to: toName,
      question,
      files: files.map(presentFile),
      askedAt: toLocalIso(askedAt),
      answer,
      answeredAt: iso(answeredAt),
      dueAt: iso(dueAt ?? null),
      overdue: answeredAt === null && withdrawnAt === undefined && dueAt !== undefined && dueAt < clock.now(),
      withdrawn: withdrawnAt !== undefined,
    }))
}

const presentParties = async (options: {
  doc: Case
  reading: Reading
  names: Map<string, string>
  side: string | undefined
  actor: Actor
}): Promise<PartyView[]> => {
  const { doc, reading, names, side, actor } = options
  if (!reading.parties) return []
  // A side's helpers are its own matter.
  const shown = doc.parties.filter((party) => party.part !== 'helper' || side === undefined || party.side === side)
  const phones = reading.phones ? await maskedPhones(shown.map((party) => party.personId)) : undefined
  return shown.map((party) => ({
    id: party.id,
    side: party.side,
    part: party.part,
    name: nameIn(names, reading, { personId: party.personId, name: '', side: party.side }),
    accepted: party.accepted,
    minor: party.minor ?? false,
    actsFor: party.actsFor ?? null,
    speaker: isSpeaker(doc, party),
    authority: party.authority ?? null,
    quit: party.quit ?? false,
    me: party.personId === actor.personId,
    phoneMasked: phones?.get(party.personId) ?? null,
  }))
}

const presentWords = (doc: Case, reading: Reading) =>
  reading.words
    ? {
        text: doc.text,
        files: doc.files.map(presentFile),
        // A voice says who somebody is.
        audio: doc.audio && !reading.anonymous ? presentFile(doc.audio) : null,
        address: doc.address,
        location: doc.location ? { type: 'Point' as const, coordinates: doc.location.coordinates } : null,
      }
    : { text: '', files: [], audio: null, address: '', location: null }

const presentJointRoom = (doc: Case) => ({
  applicant: wantsJointRoom(doc, 'applicant'),
  respondent: wantsJointRoom(doc, 'respondent'),
  open: isJointOpen(doc),
})

const presentDeadline = (
  doc: Case,
  { kind, startedAt, dueAt, open, endedAt, warnAt, extraDays = 0 }: CaseDeadline,
): CaseView['deadlines'][number] => ({
  kind,
  startedAt: toLocalIso(startedAt),
  dueAt: toLocalIso(dueAt),
  open,
  endedAt: endedAt ? toLocalIso(endedAt) : null,
  light: open ? lightOf({ status: doc.status, dueAt, warnAt }, clock.now()) : 'none',
  extended: extraDays > 0 ? `已延长${extraDays}个工作日` : '',
})

/** What is handled with it, or into which case it was merged. */
const presentLinked = async ({ leadId, followers = 0 }: Case): Promise<CaseView['linked']> => {
  if (leadId === undefined && followers === 0) return null
  const lead = leadId === undefined ? undefined : (await casesById([leadId])).get(leadId)
  return { leadId: leadId ?? null, leadNumber: lead?.number ?? null, followers }
}

const feedbackOn = async (doc: Case, actor: Actor): Promise<FeedbackView | undefined> =>
  wasRated(doc) ? (await ports().feedbackFor({ docs: [doc], actor })).get(doc._id.toHexString()) : undefined

/**
 * A case as far as somebody reads it. `relations` are those with which it was loaded; what the actor can do follows
 * from how they stand to it now, after a move that may have taken it from them.
 */
export const presentCase = async (options: Standing & { reason?: string }): Promise<CaseView> => {
  const { doc, actor, relations } = options
  const reading = readingOf(options)
  const side = reading.audiences.find((audience) => audience !== 'staff')
  const entries = reading.audiences.length === 0 ? [] : await wholeTimeline(doc)
  const timeline = entries.filter((entry) => entry.audience.some((audience) => reading.audiences.includes(audience)))
  const names = await namesFor({ actor, reading, timeline, parties: doc.parties })
  return {
    ...presentHead({
      doc,
      actor,
      relations,
      feedback: await feedbackOn(doc, actor),
      can: canOf({ doc, actor, relations: relationsOf(actor, doc) }),
    }),
    ...presentWords(doc, reading),
    timeline: timeline.map(({ at, type, by, text }) => ({ at: toLocalIso(at), type, by: nameIn(names, reading, by), text })),
    relation: chiefRelation(relations),
    regionName: regionPath(doc.regionCode),
    anonymous: doc.anonymous,
    opinionUse: doc.opinionUse,
    parties: await presentParties({ doc, reading, names, side, actor }),
    questions: presentQuestions(doc, actor, reading),
    jointRoom: presentJointRoom(doc),
    deadlines: reading.audiences.length === 0 ? [] : doc.deadlines.map((one) => presentDeadline(doc, one)),
    pauses: reading.audiences.length === 0 ? [] : (doc.pauses ?? []).map(({ from, to }) => ({ from: toLocalIso(from), to: iso(to) })),
    riskSigns: reading.audiences.includes('staff') ? (doc.riskSigns ?? []) : [],
    linked: reading.audiences.includes('staff') ? await presentLinked(doc) : null,
  }
}
