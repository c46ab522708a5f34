import type { TemplateName } from '@shared/notifications/schemas'

/** Kinds of fields of a subscription message; WeChat refuses the whole message when one does not fit. */
type FieldKind = 'thing' | 'phrase' | 'character_string' | 'time'

const THING = 20
const PHRASE = 5
const CHARACTERS = 32
const NOTHING = '—'

const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/**
 * Cut to `most` UTF-16 units, the strictest way to count; what is left out is shown by an ellipsis. Never within what the
 * eye takes for one character, and without a space or a comma before the ellipsis.
 */
const cut = (text: string, most: number): string => {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of letters.segment(text)) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept.replace(/[\s，、；：,;:（(]+$/u, '')}…`
}

const FIT: Record<FieldKind, (value: string) => string> = {
  thing: (value) => cut(value.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim(), THING) || NOTHING,
  phrase: (value) => [...value.replace(/[^\u4e00-\u9fff]/g, '')].slice(0, PHRASE).join('') || '有进展',
  character_string: (value) =>
    value
      .replace(/[^\x20-\x7e]/g, '')
      .slice(0, CHARACTERS)
      .trim() || '-',
  time: (value) => value,
}

/**
 * The fields of each template, once: WeChat's key, and which value goes into it. Nothing of what a case is about leaves
 * the house but its title.
 */
const FIELDS = {
  caseProgress: { thing1: 'title', phrase2: 'state', thing3: 'hint', time4: 'time' },
  newCase: { thing1: 'title', character_string2: 'number', thing3: 'about', time4: 'time' },
  message: { thing1: 'title', thing2: 'who', time3: 'time', thing4: 'hint' },
  session: { thing1: 'title', time2: 'time', thing3: 'place', phrase4: 'state' },
  notice: { thing1: 'title', thing2: 'text', time3: 'time' },
} as const satisfies Record<TemplateName, Record<string, string>>

type Values = { [T in TemplateName]: Record<(typeof FIELDS)[T][keyof (typeof FIELDS)[T]] & string, string> }
/** A template and what is to be filled in. */
export type Filling = { [T in TemplateName]: { template: T; values: Values[T] } }[TemplateName]

const kindOf = (key: string): FieldKind => key.replace(/\d+$/, '') as FieldKind

/** The data of a message: every value cut so that WeChat takes it. */
export const fill = ({ template, values }: Filling): Record<string, { value: string }> =>
  Object.fromEntries(
    Object.entries(FIELDS[template]).map(([key, name]) => [
      key,
      { value: FIT[kindOf(key)]((values as Record<string, string>)[name] ?? '') },
    ]),
  )
