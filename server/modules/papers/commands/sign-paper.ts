import type { Case } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { AppError, Conflict, Forbidden } from '@server/platform/errors'
import { isRepeat, markOf, type RequestMark } from '@server/platform/once'
import type { SignPaper } from '@shared/papers/schemas'
import { mongo } from 'mongoose'
import { checkInk, packStrokes } from '../drawing/ink'
import { type Paper, PaperModel, type Signature } from '../paper.model'
import { isItsTime, MEDIATOR, type Needed, neededFor, standsFor } from '../papers.policy'
import { partyNamer } from '../queries/load-facts'
import { type LoadedPaper, loadPaper } from '../queries/load-paper'
import { MEDIATOR_WORD, MEDIATORS_TELEPHONE, OWN_TELEPHONE, PART_WORDS, PROBLEMS, SENTENCES, SIDE_WORDS } from '../texts'
import { tellCase } from './tell-case'
import { writePaper } from './write-paper'

const check = ({ paper, doc, relations }: LoadedPaper, input: SignPaper, actor: Actor): Needed => {
  if (relations.includes('helper')) throw new Forbidden()
  // Of several in whose names somebody may sign, the first who has not.
  const unsigned = neededFor(paper, doc).filter((one) => !paper.signatures.some((signature) => signature.as === one.as))
  const among = { actor, relations, forPartyId: input.forPartyId }
  const signer = standsFor({ ...among, among: unsigned }) ?? standsFor({ ...among, among: neededFor(paper, doc) })
  if (!signer) throw new AppError(403, 'not_acting')
  if (input.digest !== paper.digest) throw new Conflict('text_changed')
  if (paper.status !== 'signing' || !isItsTime(paper.kind, doc)) throw new Conflict('move_not_allowed')
  if (paper.signatures.some((signature) => signature.as === signer.as)) throw new Conflict('already_exists', PROBLEMS.alreadySigned)
  checkInk(input.strokes)
  return signer
}

/** Whose hand it was: the party's own, or that of a guardian or representative. On the mediator's telephone for a minor, the guardian's. */
const penOf = async (doc: Case, signer: Needed, actor: Actor, isOwner: boolean): Promise<Pick<Signature, 'personId' | 'name' | 'role'>> => {
  if (signer.as === MEDIATOR) return { personId: actor.personId, name: actor.name, role: MEDIATOR_WORD }
  const nameOf = await partyNamer(doc)
  const party = doc.parties.find((one) => one.id === signer.as)
  const holds = isOwner ? (party?.minor ? signer.personIds[0] : party?.personId) : actor.personId
  const holder = doc.parties.find((one) => one.personId === holds && one.id !== signer.as && one.part !== 'party' && one.part !== 'helper')
  if (!party || holds === party.personId || !holder) {
    const role = party ? (party.part === 'party' ? SIDE_WORDS[party.side] : PART_WORDS[party.part]) : ''
    return { personId: holds ?? null, name: nameOf(signer.as), role }
  }
  return {
    personId: holder.personId,
    name: nameOf(holder.id),
    role: `${SIDE_WORDS[party.side]}${nameOf(party.id)}的${PART_WORDS[holder.part]}`,
  }
}

const signatureOf = async (
  { paper, doc, relations }: LoadedPaper,
  options: { signer: Needed; input: SignPaper; actor: Actor; mark: RequestMark | undefined },
): Promise<Signature> => {
  const { signer, input, actor, mark } = options
  const isOwner = relations.includes('owner')
  const telephone = isOwner && signer.as !== MEDIATOR ? MEDIATORS_TELEPHONE : OWN_TELEPHONE
  return {
    id: new ObjectId().toHexString(),
    as: signer.as,
    ...(await penOf(doc, signer, actor, isOwner)),
    version: paper.version,
    digest: paper.digest,
    at: clock.now(),
    device: input.device ? `${telephone}（${input.device}）` : telephone,
    ink: new mongo.Binary(packStrokes(input.strokes)),
    ...(mark ? { request: mark } : {}),
  }
}

/** Whether an earlier request with the same key has signed; the key must have come with the same drawing. */
const hasSigned = async (mark: RequestMark | undefined): Promise<boolean> => {
  if (!mark) return false
  const where = { 'signatures.request.by': mark.by, 'signatures.request.key': mark.key }
  const found = await PaperModel.findOne(where, { 'signatures.request': 1 }).lean<Paper>()
  return found?.signatures.some(({ request }) => isRepeat(request, mark)) ?? false
}

/**
 * Signs the exact text by hand. The signature names the text by its digest: when that is no longer the paper's, nothing
 * is signed and Conflict `text_changed` says so. Everybody signs once; of two at once one is kept.
 */
export const signPaper = async (options: {
  actor: Actor
  paperId: string
  input: SignPaper
  key: string | undefined
}): Promise<LoadedPaper> => {
  const { actor, paperId, input, key } = options
  const loaded = await loadPaper({ actor, paperId })
  const mark = markOf({ actorId: actor.accountId, call: 'papers.sign', key, body: { paperId, ...input } })
  // Read anew: the other request may have signed since it was read.
  if (await hasSigned(mark)) return loadPaper({ actor, paperId })
  try {
    const signer = check(loaded, input, actor)
    const { paper, doc, relations } = loaded
    const signature = await signatureOf(loaded, { signer, input, actor, mark })
    const signed = await inTransaction(async (session) => {
      const where = { digest: input.digest, 'signatures.as': { $ne: signer.as } }
      const after = await writePaper({ paper, where, push: { signatures: signature }, session })
      const text = SENTENCES.signed(paper.kind, signer.side)
      await tellCase({ paper, change: 'signed', text, actor, relations, where: { status: doc.status }, session })
      return after
    })
    return { ...loaded, paper: signed }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const now = await loadPaper({ actor, paperId })
    // The same request, sent twice at once: the other one has signed.
    if (await hasSigned(mark)) return now
    check(now, input, actor)
    throw error
  }
}
