import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Message } from '../../../server/modules/insight'

/** A time without a zone is the city's. */
const CITY_ZONE = '+08:00'
const LOCAL = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/u

const two = (digits: string | undefined): string => (digits ?? '0').padStart(2, '0')

/** An instant as files write it: ISO with or without offset, or with slashes; null when it is none. */
export const readInstant = (written: string): Date | null => {
  const local = LOCAL.exec(written.trim())
  const [, year, month, day, hour, minute, second] = local ?? []
  const iso = local ? `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${CITY_ZONE}` : written.trim()
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? null : at
}

const countOf = (written: string | undefined): number => Math.max(0, Math.floor(Number(written) || 0))

const messageOf = (row: Record<string, string>): Message | null => {
  const at = readInstant(row.submitted_at ?? '')
  const { id, user, title = '', text = '' } = row
  if (!id || !at || !(title || text)) return null
  return { id, user: user || id, at, title, text, support: countOf(row.for), opposition: countOf(row.against) }
}

/** The messages of a file in the order of their dates, and how many lines could not be read. */
export const readMessages = (file: string): { messages: Message[]; unread: number } => {
  const rows = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true }) as Record<
    string,
    string
  >[]
  const messages = rows.flatMap((row) => messageOf(row) ?? [])
  messages.sort((one, other) => one.at.getTime() - other.at.getTime())
  return { messages, unread: rows.length - messages.length }
}
