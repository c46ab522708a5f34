import type { FieldView } from '@shared/papers/schemas'

type Options = { optional?: boolean; max?: number; hint?: string }
const field = (key: string, label: string, kind: FieldView['kind'], max: number, options: Options): FieldView => ({
  key,
  label,
  kind,
  required: options.optional !== true,
  max: options.max ?? max,
  hint: options.hint ?? '',
  choices: [],
})
/** A place for one line of words. */
export const lineField = (key: string, label: string, options: Options = {}): FieldView => field(key, label, 'line', 100, options)
/** A place for several lines. */
export const textField = (key: string, label: string, options: Options = {}): FieldView => field(key, label, 'text', 3000, options)
/** A day, as 2026-03-01. */
export const dateField = (key: string, label: string, options: Options = {}): FieldView => field(key, label, 'date', 10, options)
/** One of some words. */
export const choiceField = (key: string, label: string, choices: string[], options: Options = {}): FieldView => ({
  ...field(key, label, 'choice', 40, options),
  choices,
})
