import * as z from 'zod/mini'
import { CASE_KINDS } from '../cases/words'
import { Id, PageQuery, RegionCode, words } from '../platform/schema'

/** 苗头: far above its own baseline; 趋势: grows steadily; 普遍: in many regions. */
export const SIGNAL_KINDS = ['emerging', 'trending', 'widespread'] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]
export const SIGNAL_KIND_NAMES: Record<SignalKind, string> = { emerging: '苗头', trending: '趋势', widespread: '普遍' }
export const SIGNAL_ACTIONS = ['rename', 'mute', 'unmute', 'merge', 'split'] as const

/** People are counted, not messages; null where fewer than five. */
const Cell = z.nullable(z.int())
const Day = z.iso.date()

export const ListSignals = z.strictObject({
  /** Within the regions of the reader's roles; the first of them when missing. */
  regionCode: z.optional(RegionCode),
  kind: z.optional(z.enum(SIGNAL_KINDS)),
  muted: z._default(z.stringbool(), false),
  ...PageQuery,
})
export const SignalCard = z.strictObject({
  id: z.string(),
  kind: z.enum(SIGNAL_KINDS),
  /** Its most telling words, or the name that somebody gave it. */
  name: z.string(),
  people: Cell,
  messages: Cell,
  regions: z.int(),
  firstAt: Day,
  latestAt: Day,
  raisedAt: Day,
  /** What its own past lets expect in that span, and what came. */
  expected: z.number(),
  observed: z.number(),
  /** How often chance alone would do this. */
  p: z.number(),
  muted: z.boolean(),
})
export type SignalCard = z.infer<typeof SignalCard>

export const SignalView = z.strictObject({
  ...SignalCard.shape,
  revision: z.int(),
  support: Cell,
  opposition: Cell,
  byWeek: z.array(z.strictObject({ week: Day, people: Cell, expected: z.number() })),
  byRegion: z.array(z.strictObject({ regionCode: z.string(), name: z.string(), people: Cell })),
  byKind: z.array(z.strictObject({ kind: z.enum(CASE_KINDS), people: Cell })),
  /** What people did with it: renamed, merged, split, muted. */
  history: z.array(z.strictObject({ at: z.string(), by: z.string(), text: z.string() })),
  can: z.array(z.enum([...SIGNAL_ACTIONS, 'consult', 'brief'])),
})
export type SignalView = z.infer<typeof SignalView>

export const SignalParams = z.strictObject({ id: Id })
export const ListSignalWordings = z.strictObject({ ...PageQuery })
export const SignalMap = z.strictObject({
  regionCode: z.string(),
  regionName: z.string(),
  items: z.array(z.strictObject({ regionCode: z.string(), name: z.string(), signals: z.int(), people: Cell })),
})
export type SignalMap = z.infer<typeof SignalMap>
export const SignalMapQuery = z.strictObject({ regionCode: z.optional(RegionCode), kind: z.optional(z.enum(SIGNAL_KINDS)) })

export const ActOnSignal = z.strictObject({
  action: z.enum(SIGNAL_ACTIONS),
  revision: z.int(),
  /** rename */
  name: z.optional(words(40, 2)),
  /** merge: the other signal becomes part of this one. */
  otherId: z.optional(Id),
  /** split: these wordings become a topic of their own. */
  wordingIds: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(100))),
  /** mute */
  reason: z.optional(words(200)),
})
export type ActOnSignal = z.infer<typeof ActOnSignal>
