import type { Case } from '@server/modules/cases'
import { followUpsOf } from '@server/modules/feedback'
import { personNames } from '@server/modules/identity'
import { judicialOf, obligationsOf } from '@server/modules/obligations'
import { papersOf, renderParagraphs, unpackStrokes } from '@server/modules/papers'
import { regionPath } from '@server/modules/regions'
import { usualRetention } from '../archive.policy'
import type { Docket } from '../docket.model'
import type { DocketSource, SourceFollowUp, SourceObligation, SourcePaper } from '../source'
import { keeperOf } from './keeper-of'

type Paper = Awaited<ReturnType<typeof papersOf>>[number]
type Obligation = Awaited<ReturnType<typeof obligationsOf>>[number]
type FollowUp = Awaited<ReturnType<typeof followUpsOf>>[number]

const paperOf = (paper: Paper): SourcePaper[] => {
  if (paper.status !== 'effective' || !paper.effectiveAt) return []
  const { kind, number = '', effectiveAt, digest } = paper
  const paragraphs = renderParagraphs(paper).map(({ style, text, signature }) => ({
    style,
    text,
    strokes: signature ? unpackStrokes(Buffer.from(signature.ink.buffer)) : [],
  }))
  return [{ kind, title: paragraphs[0]?.text ?? '', number, effectiveAt, digest, paragraphs }]
}

const obligationOf = (one: Obligation, nameOf: (partyId: string) => string): SourceObligation => {
  const { what, amountCents, dueOn, part, parts, state, note, doneAt, voidAt, files } = one
  const past = voidAt !== null
  return {
    from: nameOf(one.fromPartyId),
    to: nameOf(one.toPartyId),
    what,
    amountCents,
    dueOn,
    part,
    parts,
    state,
    note,
    doneAt,
    past,
    files,
  }
}

const followUpOf = ({ round, method, result, note, by, doneAt, answers, state }: FollowUp): SourceFollowUp[] =>
  state === 'done' && doneAt ? [{ round, method: method ?? '', result: result ?? '', note, by: by?.name ?? '', doneAt, answers }] : []

const peopleIn = (doc: Case): string[] => [...new Set(doc.parties.map((party) => party.personId))]

/** Reads all that goes into a case's docket. Rooms and private notes do not, whoever asks. */
export const gatherSource = async (doc: Case, kept: Docket | null, frozenAt: Date | null = null): Promise<DocketSource> => {
  const caseId = doc._id.toHexString()
  const [keeper, names, allPapers, obligations, judicial, followUps] = await Promise.all([
    keeperOf(doc),
    personNames(peopleIn(doc)),
    papersOf(caseId),
    obligationsOf(caseId),
    judicialOf(caseId),
    followUpsOf(caseId),
  ])
  const papers = allPapers.flatMap(paperOf)
  const nameOf = (partyId: string) => names.get(doc.parties.find((party) => party.id === partyId)?.personId ?? '') ?? ''
  return {
    doc,
    committee: keeper.name,
    regionName: regionPath(doc.regionCode),
    names,
    papers,
    obligations: obligations.map((one) => obligationOf(one, nameOf)),
    judicial,
    followUps: followUps.flatMap(followUpOf),
    number: kept?.number ?? null,
    retention: kept?.retention ?? usualRetention(papers),
    frozenAt,
  }
}
