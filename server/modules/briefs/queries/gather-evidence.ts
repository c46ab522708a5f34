import { consultationForBrief, statementForBrief } from '@server/modules/consultations'
import { type SignalForBrief, signalForBrief } from '@server/modules/insight'
import { type BriefWording, countForBrief, wordingsForBrief } from '@server/modules/opinion'
import type { Actor } from '@server/platform/actor'
import { NotFound } from '@server/platform/errors'
import type { AddEvidence } from '@shared/briefs/schemas'
import type { StoredEvidence } from '../brief.model'
import { publicWords } from '../brief-text'
import { countSentence, countSource, signalSentence, signalSource, statementSource, wordingSource } from '../evidence-words'

/** Something that a claim can rest on, and whose words it holds. */
export interface Gathered {
  evidence: Pick<StoredEvidence, 'type' | 'text' | 'source' | 'ref'>
  personIds: string[]
}
type Of<T extends AddEvidence['type']> = { actor: Actor; asked: Extract<AddEvidence, { type: T }> }

/** More people than these are not told one by one what became of a signal. */
const MOST_PEOPLE = 2000

const clean = (text: string): string => publicWords(text).text

const ofWording = (wording: BriefWording): Gathered => ({
  evidence: {
    type: 'wording',
    text: clean(wording.text),
    source: wordingSource(wording),
    ref: `wording:${wording.wordingId}`,
  },
  personIds: [wording.personId],
})

const gatherWording = async ({ actor, asked }: Of<'wording'>): Promise<Gathered> => {
  const [wording] = await wordingsForBrief({ actor, wordingIds: [asked.wordingId] })
  if (!wording) throw new NotFound()
  return ofWording(wording)
}

const gatherCount = async ({ actor, asked }: Of<'count'>): Promise<Gathered> => {
  const { regionCode, weeks, category } = asked
  const found = await countForBrief({ actor, regionCode, weeks, category })
  const text = countSentence({ found, regionCode, weeks, category })
  const source = countSource(found)
  return { evidence: { type: 'count', text, source, ref: `count:${source}:${regionCode}:${category ?? ''}` }, personIds: [] }
}

const ofSignal = (signal: SignalForBrief, signalId: string): Gathered => {
  const named = { ...signal, name: clean(signal.name) }
  return {
    evidence: { type: 'signal', text: signalSentence(named), source: signalSource(named), ref: `signal:${signalId}` },
    personIds: signal.personIds.slice(0, MOST_PEOPLE),
  }
}

const gatherSignal = async ({ actor, asked }: Of<'signal'>): Promise<Gathered> =>
  ofSignal(await signalForBrief({ actor, signalId: asked.signalId }), asked.signalId)

const gatherStatement = async ({ actor, asked }: Of<'statement'>): Promise<Gathered> => {
  const { text, personId, topic } = await statementForBrief({ actor, ...asked })
  const evidence = {
    type: 'statement' as const,
    text: clean(text),
    source: statementSource(clean(topic)),
    ref: `statement:${asked.statementId}`,
  }
  return { evidence, personIds: personId === null ? [] : [personId] }
}

/** What a member saw or read, without whom it tells of. */
const gatherNote = ({ asked }: Of<'note'>): Gathered => ({
  evidence: { type: 'note', text: clean(asked.text.trim()), source: clean(asked.source.trim()), ref: null },
  personIds: [],
})

/** Looks up what somebody wants to take up. Throws NotFound, or Forbidden, for what the actor may not read. */
export const gatherEvidence = async (options: { actor: Actor; asked: AddEvidence }): Promise<Gathered> => {
  const { actor, asked } = options
  switch (asked.type) {
    case 'wording':
      return gatherWording({ actor, asked })
    case 'count':
      return gatherCount({ actor, asked })
    case 'signal':
      return gatherSignal({ actor, asked })
    case 'statement':
      return gatherStatement({ actor, asked })
    case 'note':
      return gatherNote({ actor, asked })
  }
}

const MOST_WORDINGS = 10
const MOST_STATEMENTS = 10

/** What a brief takes along from a signal: its numbers, and some of the words behind them. */
export const gatherFromSignal = async (options: { actor: Actor; signalId: string }): Promise<Gathered[]> => {
  const { actor, signalId } = options
  const signal = await signalForBrief({ actor, signalId })
  const wordings = await wordingsForBrief({ actor, wordingIds: signal.wordingIds.slice(0, MOST_WORDINGS) })
  return [ofSignal(signal, signalId), ...wordings.map(ofWording)]
}

/** What a brief takes along from a consultation: statements that unite people, and those that divide them. */
export const gatherFromConsultation = async (options: { actor: Actor; consultationId: string }): Promise<Gathered[]> => {
  const { actor, consultationId } = options
  const { statementIds } = await consultationForBrief({ actor, consultationId })
  const asked = statementIds.slice(0, MOST_STATEMENTS).map((statementId) => ({ type: 'statement' as const, consultationId, statementId }))
  return Promise.all(asked.map((one) => gatherStatement({ actor, asked: one })))
}
