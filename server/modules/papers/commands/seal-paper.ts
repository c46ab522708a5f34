import { randomBytes } from 'node:crypto'
import { localDate } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { database, inTransaction, type Session } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { inTurn } from '@server/platform/turns'
import type { PaperKind } from '@shared/papers/schemas'
import type { Paper } from '../paper.model'
import { isItsTime, missingFor, needsBothSides, openObjections, readersOf } from '../papers.policy'
import { type Committee, committeeOf } from '../queries/committee-of'
import { type LoadedPaper, loadPaper } from '../queries/load-paper'
import { PROBLEMS, SENTENCES } from '../texts'
import { tellCase } from './tell-case'
import { writePaper } from './write-paper'

/** Others may write into the case at the same moment, other processes too. */
const TRIES = 12
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const CODE_LENGTH = 16
const SERIAL_LENGTH = 4
/** The word for a kind in a number. */
const NUMBER_WORDS: Record<PaperKind, string> = {
  application: '申',
  rights: '告',
  authority: '委',
  survey: '查',
  record: '录',
  agreement: '协',
  oral: '口',
  failure: '终',
  judicial: '司',
}

/** 80 random bits: nobody finds one by trying. */
const newVerifyCode = (): string => [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')

interface Counter {
  _id: string
  last: number
}
const counters = () => database().collection<Counter>('counters')

/** The counter of a committee's place, year and kind; made beforehand, for an upsert in a transaction can fail on its twin. */
const ensureCounter = async (committee: Committee, kind: PaperKind): Promise<{ id: string; year: string }> => {
  const year = localDate(clock.now()).slice(0, 4)
  const id = `papers:${committee.regionCode}:${year}:${kind}`
  await counters().updateOne({ _id: id }, { $setOnInsert: { last: 0 } }, { upsert: true })
  return { id, year }
}

/** Counted in the sealing transaction itself, so that the numbers of a year have no gaps. */
const nextNumber = async (options: { committee: Committee; kind: PaperKind; id: string; year: string; session: Session }) => {
  const { committee, kind, id, year, session } = options
  const counter = await counters().findOneAndUpdate({ _id: id }, { $inc: { last: 1 } }, { returnDocument: 'after', session })
  const serial = String(counter?.last ?? 0).padStart(SERIAL_LENGTH, '0')
  return `（${year}）${committee.regionCode}民调${NUMBER_WORDS[kind]}字第${serial}号`
}

const check = ({ paper, doc }: LoadedPaper): void => {
  if (paper.status !== 'signing') throw new Conflict('move_not_allowed')
  if (!isItsTime(paper.kind, doc)) throw new Conflict('move_not_allowed', PROBLEMS.notNow)
  const needed = new Set(readersOf(paper, doc).map((one) => one.side))
  if (needsBothSides(paper.kind) && needed.size < 2) throw new Conflict('conflict', PROBLEMS.oneSide)
  if (paper.signatures.length === 0 || missingFor(paper, doc).length > 0) throw new Conflict('conflict', PROBLEMS.unsigned)
  if (openObjections(paper).length > 0) throw new Conflict('conflict', PROBLEMS.objections)
}

/** What an authority that takes effect changes in its case: how far the representative may go. */
const inCase = (paper: Paper) =>
  paper.kind === 'authority'
    ? { where: { 'parties.id': paper.toPartyId }, set: { 'parties.$.authority': paper.scope } }
    : { where: {}, set: {} }

const seal = async (actor: Actor, { paper, doc, relations }: LoadedPaper, committee: Committee): Promise<Paper> => {
  const { id, year } = await ensureCounter(committee, paper.kind)
  return inTransaction(async (session) => {
    const number = await nextNumber({ committee, kind: paper.kind, id, year, session })
    const set = { status: 'effective' as const, number, verifyCode: newVerifyCode(), effectiveAt: clock.now(), sealedBy: committee.name }
    // A signature or an objection that arrives meanwhile is not passed over.
    const same = { signatures: { $size: paper.signatures.length }, readings: { $size: paper.readings.length } }
    const after = await writePaper({ paper, where: same, set, session })
    const extra = inCase(paper)
    // Who had to sign was found out from the case as it was read: it must not have changed since.
    const where = { ...extra.where, changes: doc.changes }
    const text = SENTENCES.effective(paper.kind, number)
    await tellCase({ paper: after, change: 'effective', text, actor, relations, where, set: extra.set, session })
    return after
  })
}

/**
 * Seals a paper that everybody has signed: it takes effect, with its number and the code by which anybody can check it.
 * Of any number of owners at once one seals. Throws Conflict while a name is missing.
 */
export const sealPaper = (options: { actor: Actor; loaded: LoadedPaper }): Promise<LoadedPaper> =>
  inTurn(`seals ${options.loaded.doc._id.toHexString()}`, () => trySealing(options))

const trySealing = async (options: { actor: Actor; loaded: LoadedPaper }): Promise<LoadedPaper> => {
  const { actor } = options
  let { loaded } = options
  for (let tries = 1; ; tries += 1) {
    check(loaded)
    const committee = await committeeOf(loaded.doc, actor)
    if (!committee) throw new Conflict('conflict', PROBLEMS.noCommittee)
    try {
      return { ...loaded, paper: await seal(actor, loaded, committee) }
    } catch (error) {
      // Something else was written into the case meanwhile: look at it once more.
      if (!(error instanceof Conflict && error.code === 'conflict') || tries >= TRIES) throw error
      loaded = await loadPaper({ actor, paperId: loaded.paper._id.toHexString() })
      if (!loaded.relations.includes('owner')) throw error
    }
  }
}
