import type { AnswerDraft, WriteAnswer } from '@shared/answers/schemas'
import { texts } from '../texts'

export type AnswerText = Pick<WriteAnswer, 'title' | 'result' | 'raised' | 'done' | 'notDone'>
type Field = Exclude<keyof AnswerText, 'result'>
export const FIELDS: readonly Field[] = ['title', 'raised', 'done', 'notDone']

/** Under these names the service says where it would take something out. */
const PLACES: Record<Field, string> = { title: '标题', raised: '大家反映的', done: '办了的', notDone: '没有办成的' }
const NEEDS: Record<AnswerText['result'], readonly Field[]> = {
  done: ['done'],
  partly: ['done', 'notDone'],
  notDone: ['notDone'],
  underWay: ['done'],
}
const LEAST_TITLE = 4

export const textOf = ({ title, result, raised, done, notDone }: AnswerText): AnswerText => ({ title, result, raised, done, notDone })

export const isSame = (one: AnswerText, other: AnswerText): boolean =>
  one.result === other.result && FIELDS.every((field) => one[field].trim() === other[field].trim())

/** What still has to be said before it can be published, by field. */
export const missingIn = (text: AnswerText): Partial<Record<Field, string>> => {
  const missing: Partial<Record<Field, string>> = {}
  if (text.title.trim().length < LEAST_TITLE) missing.title = texts.missing.title
  for (const field of ['raised', ...NEEDS[text.result]] as const) {
    if (text[field].trim() === '') missing[field] = texts.missing[field]
  }
  return missing
}

/** What cannot even be kept. */
export const missingToKeep = (text: AnswerText): Partial<Record<Field, string>> => {
  const { title, raised } = missingIn(text)
  return { ...(title ? { title } : {}), ...(raised ? { raised } : {}) }
}

/** The words as everybody will read them: what the service would take out is taken out, in its order. */
export const publicText = (text: AnswerText, removed: AnswerDraft['removed']): AnswerText => {
  const clean = (field: Field): string => {
    let [done, rest] = ['', text[field]]
    for (const { where, before, after } of removed) {
      const at = where === PLACES[field] ? rest.indexOf(before) : -1
      if (at < 0) continue
      done += rest.slice(0, at) + after
      rest = rest.slice(at + before.length)
    }
    return done + rest
  }
  return { ...text, title: clean('title'), raised: clean('raised'), done: clean('done'), notDone: clean('notDone') }
}
