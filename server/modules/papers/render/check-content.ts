import { type FieldError, InvalidInput } from '@server/platform/errors'
import type { Content, FieldView, PromiseInput } from '@shared/papers/schemas'
import { words } from '@shared/platform/schema'
import * as z from 'zod/mini'

const PROBLEMS = {
  unrecognized_keys: '这份文书没有这一项',
  too_big: '写得太长了',
  not_text: '含有无法识别的字符',
  invalid_format: '日期不对',
  invalid_value: '不在可选范围内',
  required: '这一项还没有填',
  unknown_party: '这件事里没有这个人',
  past: '日期已经过了，请改一个以后的日期',
  not_for_kind: '这种文书不用填这一项',
} as const
type Problem = keyof typeof PROBLEMS

const error = (path: string, code: Problem): FieldError => ({ path, code, message: PROBLEMS[code] })
/** One field that cannot be used, with the reason. */
export const refuse = (path: string, code: Problem): InvalidInput => new InvalidInput([error(path, code)])

const DATE = z.iso.date()

const problemOf = (field: FieldView | undefined, value: string): Problem | undefined => {
  if (!field) return 'unrecognized_keys'
  if (value.trim() === '') return undefined
  if (value.length > field.max) return 'too_big'
  if (!words(field.max).safeParse(value).success) return 'not_text'
  if (field.kind === 'date' && !DATE.safeParse(value).success) return 'invalid_format'
  if (field.kind === 'line' && value.includes('\n')) return 'not_text'
  return field.kind === 'choice' && !field.choices.includes(value) ? 'invalid_value' : undefined
}

/** Refuses what does not fit the form; a draft may have gaps. Throws InvalidInput, which names every field. */
export const checkContent = (fields: readonly FieldView[], content: Content): void => {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const errors = Object.entries(content).flatMap(([key, value]) => {
    const problem = problemOf(byKey.get(key), value)
    return problem ? [error(`content.${key}`, problem)] : []
  })
  if (errors.length > 0) throw new InvalidInput(errors.slice(0, 20))
}

/** Refuses promises between others than the parties of the case. */
export const checkPromises = (promises: readonly PromiseInput[], partyIds: ReadonlySet<string>): void => {
  const errors = promises.flatMap((promise, index) =>
    (['fromPartyId', 'toPartyId'] as const)
      .filter((key) => !partyIds.has(promise[key]))
      .map((key) => error(`promises.${index}.${key}`, 'unknown_party')),
  )
  if (errors.length > 0) throw new InvalidInput(errors.slice(0, 20))
}

/** What must be there before the text is shown to anybody. Throws InvalidInput, which names every field. */
export const checkComplete = (options: {
  fields: readonly FieldView[]
  content: Content
  promises: readonly PromiseInput[]
  today: string
}): void => {
  const { fields, content, promises, today } = options
  const missing = fields.filter((field) => field.required && (content[field.key] ?? '').trim() === '')
  const late = promises.flatMap(({ dueOn, instalments }, index) =>
    [
      ...(dueOn === undefined ? [] : [{ path: `promises.${index}.dueOn`, dueOn }]),
      ...(instalments ?? []).map((part, at) => ({ path: `promises.${index}.instalments.${at}.dueOn`, dueOn: part.dueOn })),
    ].filter((one) => one.dueOn < today),
  )
  const errors = [...missing.map((field) => error(`content.${field.key}`, 'required')), ...late.map(({ path }) => error(path, 'past'))]
  if (errors.length > 0) throw new InvalidInput(errors.slice(0, 20))
}
