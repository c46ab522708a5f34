import { briefResultOf, peopleOfBrief } from '@server/modules/briefs'
import { type ConsultationResult, peopleOfConsultation, resultOf } from '@server/modules/consultations'
import type { AnswerResult } from '@shared/answers/schemas'
import { CODE_LENGTHS } from '@shared/regions/schemas'
import type { Answer, AnswerSource, AnswerWords } from './answer.model'

interface Of {
  source: AnswerSource
  sourceId: string
}
const MOST_TITLE = 60
const MOST_RAISED = 500
const MOST_TEXT = 1000

/** As much as fits; the office sees that something is missing. */
const cut = (text: string, most: number): string => {
  const trimmed = text.trim()
  return trimmed.length <= most ? trimmed : `${trimmed.slice(0, most - 1).trimEnd()}…`
}
const fitted = ({ title, raised, done, notDone }: AnswerWords): AnswerWords => ({
  title: cut(title, MOST_TITLE),
  raised: cut(raised, MOST_RAISED),
  done: cut(done, MOST_TEXT),
  notDone: cut(notDone, MOST_TEXT),
})

type Words = AnswerWords & Pick<Answer, 'regionCode' | 'result'>

/** A grid is a few houses: everybody reads of the village that it is in. */
const placeOf = (regionCode: string): string => regionCode.slice(0, CODE_LENGTHS.village)

const resultIn = (tasks: ConsultationResult['tasks']): AnswerResult => {
  const done = tasks.filter(({ answer }) => answer?.done).length
  if (tasks.length === 0) return 'underWay'
  if (done === tasks.length) return 'done'
  return done > 0 ? 'partly' : 'notDone'
}

const ofConsultation = ({ title, text, regionCode, summary, tasks }: ConsultationResult): Words => {
  const said = (wanted: boolean): string[] =>
    tasks.flatMap(({ organisation, answer }) => (answer?.done === wanted ? [`${organisation}：${answer.text}`] : []))
  const [done, notDone] = [said(true), said(false)]
  // The summary is of both: it stands first where something was done.
  const words = { title, raised: text, done: [summary ?? '', ...done].join('\n'), notDone: notDone.join('\n') }
  return { ...fitted(words), regionCode: placeOf(regionCode), result: resultIn(tasks) }
}

const wordsOfBrief = async (briefId: string): Promise<Words | undefined> => {
  const found = await briefResultOf(briefId)
  if (!found) return undefined
  const { title, regionCode, situation, department, answer } = found
  const raised = situation.map((claim) => claim.text).join('\n')
  const done = department ? `${department.name}：${answer.text}` : answer.text
  // Whether all of it is done only the office can say.
  return { ...fitted({ title, raised, done, notDone: '' }), regionCode: placeOf(regionCode), result: 'underWay' }
}

/** What an answer begins with: the words of the result. Undefined as long as there is none. */
export const wordsOf = async ({ source, sourceId }: Of): Promise<Words | undefined> => {
  if (source === 'brief') return wordsOfBrief(sourceId)
  const found = await resultOf(sourceId)
  return found && ofConsultation(found)
}

/** Those who stand behind it, in batches: who supported, voted or came, or whose words the brief rests on. Some may come twice. */
export const batchesBehind = ({ source, sourceId }: Of): AsyncIterable<string[]> =>
  source === 'consultation' ? peopleOfConsultation(sourceId) : peopleOfBrief(sourceId)

/** How many they are, each counted once. */
export const peopleBehind = async (of: Of): Promise<number> => {
  const people = new Set<string>()
  for await (const batch of batchesBehind(of)) for (const personId of batch) people.add(personId)
  return people.size
}
