import type { Content, FieldView, PromiseInput } from '@shared/papers/schemas'
import type { Change, Signature } from '../paper.model'
import { promiseLines } from './promises'

/** Around what changed, so that it can be found again. */
const CONTEXT = 12
const MOST = 400

const cut = (text: string, from: number, to: number): string => {
  const part = text.slice(Math.max(0, from - CONTEXT), Math.min(text.length, to + CONTEXT))
  const shown = part.length > MOST ? `${part.slice(0, MOST)}…` : part
  return `${from > CONTEXT ? '…' : ''}${shown}${to + CONTEXT < text.length ? '…' : ''}`
}

/** The places where two texts differ, with a few characters around: changes of long texts stay short. */
const difference = (before: string, after: string): { before: string; after: string } => {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return { before: cut(before, start, before.length - end), after: cut(after, start, after.length - end) }
}

interface State {
  content: Content
  promises: readonly PromiseInput[]
}

/** What a correction changed, field by field, and whose signatures fell away by it. */
export const changedFields = (options: {
  fields: readonly FieldView[]
  before: State
  after: State
  signatures: readonly Pick<Signature, 'name'>[]
  nameOf: (partyId: string) => string
}): Change['fields'] => {
  const { fields, before, after, signatures, nameOf } = options
  const changed = fields.flatMap(({ key, label }) => {
    const [old, now] = [before.content[key] ?? '', after.content[key] ?? '']
    return old === now ? [] : [{ label, ...difference(old, now) }]
  })
  const [old, now] = [before, after].map(({ promises }) => promiseLines(promises, nameOf).join('\n')) as [string, string]
  if (old !== now) changed.push({ label: '履行的事项', ...difference(old, now) })
  return [...changed, ...fallenSignatures(signatures)]
}

/** Signatures that no longer count, as changes show them. */
export const fallenSignatures = (signatures: readonly Pick<Signature, 'name'>[]): Change['fields'] =>
  signatures.length === 0 ? [] : [{ label: '作废的签名', before: signatures.map((one) => one.name).join('、'), after: '' }]
