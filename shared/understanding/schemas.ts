import * as z from 'zod/mini'
import { CategoryCode } from '../cases/categories'
import { CASE_KINDS, RISK_SIGNS, RISKS } from '../cases/words'
import { Id, Point, RegionCode, words } from '../platform/schema'

/** What somebody is writing; nothing of it is kept. */
export const UnderstandMessage = z.strictObject({
  text: words(5000),
  title: z.optional(words(60)),
  regionCode: z.optional(RegionCode),
  location: z.optional(Point),
})
export type UnderstandMessage = z.infer<typeof UnderstandMessage>

/** Between 0 and 1: how often guesses that look like this one are right. */
const Certainty = z.number().check(z.gte(0), z.lte(1))
const guessOf = <T extends z.ZodMiniType>(value: T) => z.strictObject({ value, certainty: Certainty, because: z.array(z.string()) })

export const Understanding = z.strictObject({
  /** Best first, at most three; `because`: the words that decided. Empty when the text says too little. */
  categories: z.array(guessOf(z.string())),
  kind: z.nullable(guessOf(z.enum(CASE_KINDS))),
  risk: z.strictObject({ level: z.enum(RISKS), signs: z.array(z.enum(RISK_SIGNS)), because: z.array(z.string()) }),
  /** Words that name a place, with the region that they mean where there is exactly one. */
  places: z.array(z.strictObject({ words: z.string(), regionCode: z.nullable(z.string()), regionName: z.nullable(z.string()) })),
  /** At most one question, only where the answer would change something. */
  question: z.nullable(
    z.strictObject({
      about: z.enum(['kind', 'category', 'place']),
      text: z.string(),
      options: z.array(z.strictObject({ label: z.string(), kind: z.optional(z.enum(CASE_KINDS)), category: z.optional(z.string()) })),
    }),
  ),
  /** Said when danger is near: whom to call now. */
  urgent: z.nullable(z.string()),
  source: z.enum(['model', 'lexicon']),
  /** Of the model; null when only the lexicon was asked. */
  version: z.nullable(z.int()),
})
export type Understanding = z.infer<typeof Understanding>

export const ModelView = z.strictObject({
  id: z.string(),
  version: z.int(),
  active: z.boolean(),
  trainedAt: z.string(),
  messages: z.int(),
  /** Of these, cases that staff had put right. */
  corrected: z.int(),
  labels: z.array(z.string()),
  bytes: z.int(),
  macroF1: z.nullable(z.number()),
  accuracy: z.nullable(z.number()),
})
export type ModelView = z.infer<typeof ModelView>
export const ModelParams = z.strictObject({ id: Id })
/** How labels of a training file are called here; what is not named keeps its code when it is one. */
export const LabelMap = z.record(z.string().check(z.maxLength(60)), CategoryCode)
