import { createPerson } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, isDuplicate, type Session } from '@server/platform/database'
import { InvalidInput } from '@server/platform/errors'
import { claimFiles } from '@server/platform/files'
import { insertTogether } from '@server/platform/insert-together'
import { createOnce, madeBefore, markOf, type RequestMark } from '@server/platform/once'
import type { SubmitCase } from '@shared/cases/schemas'
import type { Relation } from '@shared/cases/words'
import { type Case, caseCollection } from '../case.model'
import { relationsOf } from '../cases.policy'
import { dropNumbers, nextNumber } from '../number'
import { ports, type Routed, type Subject } from '../ports'
import { newCase } from './new-case'
import { prepareSubmission, type Submission } from './prepare-submission'

/** What a respondent is called of whom only a telephone number is known. */
const UNNAMED = '对方当事人'
const TRIES = 3

interface Filing {
  actor: Actor
  input: SubmitCase
  submission: Submission
  routed: Routed
  mark: RequestMark | undefined
  now: Date
}

/** The same writer of an imported file is the same person, however many messages there are; others are made with the case. */
const knownApplicant = async ({ actor, input }: Pick<Filing, 'actor' | 'input'>): Promise<string | undefined> => {
  const { onBehalfOf } = input
  if (!onBehalfOf) return actor.personId
  if (onBehalfOf.ref === undefined) return undefined
  const { name, phone, ref } = onBehalfOf
  return createPerson({ name, phone, ref: { scope: `filed:${actor.accountId}`, ref } })
}

const namedRespondent = ({ respondent }: SubmitCase) =>
  respondent && (respondent.name !== undefined || respondent.phone !== undefined)
    ? { name: respondent.name ?? UNNAMED, phone: respondent.phone }
    : undefined

/** What avoidance compares: whoever files, or is filed for, the other side, and the place. */
const subjectOf = ({ actor, input }: Pick<Filing, 'actor' | 'input'>, applicantId: string | undefined): Subject => {
  const { onBehalfOf, respondent, address = '' } = input
  const { name, phone } = onBehalfOf ?? { name: actor.name, phone: undefined }
  return { persons: [{ personId: applicantId, name, phone }, ...(respondent ? [respondent] : [])], address }
}

const insert = async (filing: Filing, applicantId: string, respondentId: string | undefined, session?: Session): Promise<Case> => {
  const doc = newCase({ ...filing, applicantId, respondentId, number: await nextNumber(filing.now) })
  if (session) await caseCollection().insertOne(doc, { session })
  else await insertTogether(caseCollection(), doc)
  return doc
}

/** A person who is known only through this case comes into being with it or not at all; its files are taken with it. */
const storeOnce = (filing: Filing, knownId: string | undefined): Promise<Case> => {
  const { onBehalfOf } = filing.input
  const { files, audio } = filing.submission
  const taken = audio ? [...files, audio] : files
  const respondent = namedRespondent(filing.input)
  if (knownId !== undefined && !respondent && taken.length === 0) return insert(filing, knownId, undefined)
  return inTransaction(async (session) => {
    await claimFiles(taken, session)
    const applicantId = knownId ?? (await createPerson({ name: onBehalfOf?.name ?? UNNAMED, phone: onBehalfOf?.phone, session }))
    return insert(filing, applicantId, respondent && (await createPerson({ ...respondent, session })), session)
  })
}

/** Writes the case and what comes with it; a number that is taken (a restored counter) is replaced by the next. */
const store = async (filing: Filing, knownId: string | undefined): Promise<Case> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await storeOnce(filing, knownId)
    } catch (error) {
      if (!isDuplicate(error, 'number') || tries === TRIES) throw error
      dropNumbers()
    }
  }
}

const create = async (options: { actor: Actor; input: SubmitCase; mark: RequestMark | undefined }): Promise<Case> => {
  const { actor, input } = options
  const now = clock.now()
  const submission = await prepareSubmission({ actor, input, now })
  const applicantId = await knownApplicant(options)
  const routed = await ports().route({
    regionCode: submission.regionCode,
    kind: input.kind,
    category: submission.category,
    excludePersonIds: applicantId === undefined ? [] : [applicantId],
    about: subjectOf(options, applicantId),
    preferredMediatorId: input.preferredMediatorId,
    risk: submission.risk,
    text: input.text,
    ...(input.location ? { location: input.location.coordinates as [number, number] } : {}),
  })
  // A case that is nobody's would be lost.
  if (!routed.owner) throw InvalidInput.field('regionCode', 'not_served', '这里还没有综治中心受理，请选择别的地区')
  try {
    return await store({ ...options, submission, routed, now }, applicantId)
  } catch (error) {
    // The place on the mediator's desk was claimed for a case that does not exist.
    if (routed.status === 'assigned' && routed.owner?.type === 'person') {
      await ports().changeLoad({ personId: routed.owner.id, delta: -1, undone: true })
    }
    throw error
  }
}

const findByMark = (mark: RequestMark): Promise<Case | null> =>
  caseCollection().findOne(
    { 'request.by': mark.by, 'request.key': mark.key },
    { projection: { pending: 0, pendingAt: 0 } },
  ) as Promise<Case | null>

/**
 * Keys that came to this process lately. A repeat nearly always comes to the same process within minutes; looking for
 * it first then claims nobody's capacity. Of all others only the unique index knows, and what was claimed is given back.
 */
const lately = new Set<string>()
const REMEMBERED = 10_000

const cameBefore = ({ by, key }: RequestMark): boolean => {
  const id = `${by} ${key}`
  if (lately.has(id)) return true
  lately.add(id)
  const [oldest] = lately
  if (lately.size > REMEMBERED && oldest !== undefined) lately.delete(oldest)
  return false
}

/** Files a case and routes it. Repeated with its key it changes nothing and answers with what was filed. */
export const submitCase = async (options: {
  actor: Actor
  input: SubmitCase
  key: string | undefined
}): Promise<{ doc: Case; relations: Relation[]; created: boolean }> => {
  const { actor, input, key } = options
  const mark = markOf({ actorId: actor.accountId, call: 'cases.submit', key, body: input })
  const earlier = mark && cameBefore(mark) ? await madeBefore({ mark, find: findByMark }) : undefined
  if (earlier) return { doc: earlier, relations: relationsOf(actor, earlier), created: false }
  const { value, created } = await createOnce<Case>({ mark, create: () => create({ actor, input, mark }), find: findByMark })
  return { doc: value, relations: relationsOf(actor, value), created }
}
