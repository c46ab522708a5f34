import { createHash } from 'node:crypto'
import { dateWords } from '@server/modules/deadlines'
import { type Content, type FieldView, PAPER_NAMES, type PaperKind, type PromiseInput } from '@shared/papers/schemas'
import { templateOf } from '../templates'
import { familyOf } from '../templates/families'
import type { Facts } from '../templates/template'
import { promiseLines } from './promises'

const BLANK = '＿＿＿＿'

/** The fields of a kind of paper, for a kind of dispute. */
export const fieldsOf = (kind: PaperKind, category: string): FieldView[] => templateOf(kind).fields(familyOf(category))

/** What the case knows, by field; the rest is to be filled in. */
export const prefilled = (options: { kind: PaperKind; category: string; facts: Facts }): Content => {
  const { kind, category, facts } = options
  const family = familyOf(category)
  const known = templateOf(kind).prefill(facts, family)
  const most = new Map(fieldsOf(kind, category).map((field) => [field.key, field.max]))
  const filled = Object.entries(known).filter(([key, value]) => value !== '' && most.has(key))
  return Object.fromEntries(filled.map(([key, value]) => [key, value.slice(0, most.get(key))]))
}

export interface Writing {
  kind: PaperKind
  category: string
  content: Content
  promises: readonly PromiseInput[]
  facts: Facts
  nameOf: (partyId: string) => string
}

/** The exact text of a paper, its title first: what is read back, signed and sealed. */
export const renderText = ({ kind, category, content, promises, facts, nameOf }: Writing): string => {
  const has = (key: string) => (content[key] ?? '').trim() !== ''
  const value = (key: string) => (has(key) ? (content[key] ?? '').trim().replace(/\r\n?/g, '\n') : BLANK)
  const lines = templateOf(kind).layout({
    family: familyOf(category),
    facts,
    value,
    has,
    date: (key) => (has(key) ? dateWords(value(key)) : BLANK),
    promises: promiseLines(promises, nameOf),
  })
  return [PAPER_NAMES[kind], ...lines.filter((line) => line !== '')].join('\n')
}

/** SM3 of a text, in hexadecimal. */
export const digestOf = (text: string): string => createHash('sm3').update(text, 'utf8').digest('hex')
