import { redact } from '@server/modules/understanding/deidentify'
import { HARMLESS, LABELLED } from './deidentify-set'

type Kind = keyof typeof LABELLED

/** A line without its braces, and where they were. */
const parseLine = (line: string): { text: string; spans: { start: number; end: number }[] } => {
  const spans: { start: number; end: number }[] = []
  let text = ''
  for (const piece of line.split(/(\{[^}]*\})/)) {
    const inside = /^\{([^}]*)\}$/.exec(piece)?.[1]
    if (inside !== undefined) spans.push({ start: text.length, end: text.length + inside.length })
    text += inside ?? piece
  }
  return { text, spans }
}

/** What of a line stayed that had to go, letter by letter; marks and blanks tell nothing. */
const missesOf = (line: string): { spans: number; missed: string[] } => {
  const { text, spans } = parseLine(line)
  const { removed } = redact(text)
  const isGone = (at: number) => removed.some((removal) => removal.start <= at && at < removal.end)
  const isWhole = ({ start, end }: { start: number; end: number }) =>
    Array.from({ length: end - start }, (_, i) => start + i).every((at) => isGone(at) || !/[\p{L}\p{N}]/u.test(text.charAt(at)))
  return {
    spans: spans.length,
    missed: spans.filter((span) => !isWhole(span)).map(({ start, end }) => `${text.slice(start, end)} ← ${text}`),
  }
}

export interface Measured {
  lines: number
  spans: number
  recall: number
  missed: string[]
}

/** How much of what has to go goes, of each kind. */
export const measureRecall = (): Record<Kind, Measured> => {
  const kinds = Object.entries(LABELLED) as [Kind, string[]][]
  const measured = kinds.map(([kind, lines]): [Kind, Measured] => {
    const results = lines.map(missesOf)
    const spans = results.reduce((sum, result) => sum + result.spans, 0)
    const missed = results.flatMap((result) => result.missed)
    return [kind, { lines: lines.length, spans, recall: 1 - missed.length / spans, missed }]
  })
  return Object.fromEntries(measured) as Record<Kind, Measured>
}

/** Which of the harmless lines are changed, and into what. */
export const measureTouched = (): { lines: number; share: number; touched: string[] } => {
  const touched = HARMLESS.filter((line) => redact(line).removed.length > 0).map((line) => redact(line).text)
  return { lines: HARMLESS.length, share: touched.length / HARMLESS.length, touched }
}
