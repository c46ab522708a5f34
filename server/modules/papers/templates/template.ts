import type { Content, FieldView, PaperKind } from '@shared/papers/schemas'
import type { Family } from './families'

/** What a case already knows, for the forms. Names are those of now. */
export interface Facts {
  caseNumber: string
  categoryName: string
  countyName: string
  title: string
  words: string
  /** One line for each party and for who is with them. */
  applicants: string
  respondents: string
  mediator: string
  organisation: string
  /** The last session: 2026年3月10日 09:00 至 10:00, and where. */
  sessionAt: string
  sessionDate: string
  place: string
  today: string
  /** Why mediation failed, as the mediator wrote it. */
  failure: string
  /** The legal ways on, one a line. */
  ways: string
  /** The agreement in force, if there is one. */
  agreementNumber: string
  agreementDate: string
  /** authority: who gives it, and to whom; survey: who was asked. */
  from: string
  to: string
  scope: 'general' | 'special' | null
}

/** Puts what was filled in into the layout; what is missing shows as a blank line. */
export interface Fill {
  family: Family
  facts: Facts
  value: (key: string) => string
  /** 2026年3月10日 */
  date: (key: string) => string
  has: (key: string) => boolean
  /** The promises as sentences. */
  promises: string[]
}

export interface Template {
  kind: PaperKind
  /** Whether it holds promises. */
  promises: boolean
  fields: (family: Family) => FieldView[]
  prefill: (facts: Facts, family: Family) => Content
  /** The lines below the title. */
  layout: (fill: Fill) => string[]
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
/** Sections with their headings numbered 一、二、三; those without a line are left out. */
export const sections = (...parts: [heading: string, lines: string[]][]): string[] =>
  parts
    .filter(([, lines]) => lines.some((line) => line !== ''))
    .flatMap(([heading, lines], index) => [`${NUMERALS[index]}、${heading}`, ...lines.filter((line) => line !== '')])
/** A heading of `sections`, read back from a text. */
export const isHeading = (line: string): boolean => /^[一二三四五六七八九十]{1,2}、.{1,30}$/.test(line)

/** A section of one field; left out when it was not filled in and need not be. */
export const section = (fill: Fill, field: FieldView): [string, string[]] => [
  field.label,
  field.required || fill.has(field.key) ? [fill.value(field.key)] : [],
]
