import { toLocalIso } from '@server/modules/deadlines'
import { regionName, regionPath } from '@server/modules/regions'
import type { AnswerCard, AnswerDraft, AnswerPage } from '@shared/answers/schemas'
import type { Answer } from './answer.model'
import { abilitiesIn } from './answers.policy'
import { cleanAnswer } from './clean-answer'
import type { PublicAnswers } from './queries/list-answers'

const STEP = 5

/** Down to the next five; fewer than five are not counted for anybody (decision 0008). */
export const roundedPeople = (people: number): number | null => (people < STEP ? null : Math.floor(people / STEP) * STEP)

/** An answer as everybody reads it. */
export const presentAnswer = (answer: Answer): AnswerCard => ({
  id: answer._id.toHexString(),
  title: answer.title,
  regionCode: answer.regionCode,
  regionName: regionPath(answer.regionCode),
  result: answer.result,
  raised: answer.raised,
  done: answer.done,
  notDone: answer.notDone,
  people: roundedPeople(answer.people),
  source: answer.source,
  publishedAt: answer.publishedAt && toLocalIso(answer.publishedAt),
})

/** The page of a region. */
export const presentAnswers = ({ regionCode, counts, rows, nextCursor }: PublicAnswers): AnswerPage => ({
  regionCode,
  regionName: regionName(regionCode),
  counts,
  items: rows.map(presentAnswer),
  nextCursor,
})

/** An answer for the office that writes it, with what publishing would take out. What is published has been cleaned. */
export const presentDraft = (answer: Answer): AnswerDraft => ({
  ...presentAnswer(answer),
  state: answer.state,
  revision: answer.revision,
  sourceId: answer.sourceId,
  removed: answer.state === 'published' ? [] : cleanAnswer(answer).removed,
  can: abilitiesIn(answer.state),
})
