import { regionByPoint } from '@server/modules/regions'
import { suitsKind } from '@shared/cases/categories'
import type { CaseKind } from '@shared/cases/words'
import type { Understanding, UnderstandMessage } from '@shared/understanding/schemas'
import { activeModel } from '../active-model'
import { kindByWords } from '../lexicon/kind-by-words'
import { placesIn } from '../places'
import { propose } from '../propose'
import { questionFor } from '../question'
import { readRisk, urgentHelp } from '../risk/read-risk'

const DIGITS = 100
const rounded = <T extends { certainty: number }>(guess: T): T => ({ ...guess, certainty: Math.round(guess.certainty * DIGITS) / DIGITS })

/** What a message that is being written seems to be about. Nothing of it is kept, and nothing is asked of the database. */
export const readMessage = ({ text, title = '', regionCode, location }: UnderstandMessage): Understanding => {
  const whole = title === '' ? text : `${title}\n${text}`
  const active = activeModel()
  const { categories, source } = propose({ text: whole, learned: active, explain: true })
  const kinds = kindByWords(whole, categories[0]?.value)
  const known = (location && regionByPoint(location.coordinates)?._id) ?? regionCode
  const places = placesIn(whole, known)
  const risk = readRisk(whole)
  const [kind] = kinds
  return {
    categories: categories.map(rounded),
    kind: kind ? rounded(kind) : null,
    risk: { level: risk.risk, signs: risk.signs, because: risk.because },
    places: places.map(({ words, regionCode: code, regionName }) => ({ words, regionCode: code, regionName })),
    question: questionFor({ text, categories, kinds, places, placeKnown: known !== undefined }),
    urgent: urgentHelp(risk),
    source,
    version: source === 'model' && active ? active.version : null,
  }
}

/** As sure as this a category is filled in for who chose none; staff put right what is wrong. */
const SURE_ENOUGH = 0.5

/** The likeliest category of this kind for a text without one; undefined when nobody can tell. Every submission asks. */
export const categorise = (options: { title?: string | undefined; text: string; kind: CaseKind }): string | undefined => {
  const { title, text, kind } = options
  const [best] = propose({
    text: title === undefined ? text : `${title}\n${text}`,
    learned: activeModel(),
    suits: (category) => suitsKind(category, kind),
  }).categories
  return best && best.certainty >= SURE_ENOUGH ? best.value : undefined
}
