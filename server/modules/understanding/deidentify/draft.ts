/** What kinds of things are taken away. */
export type RemovedKind = 'telephone' | 'identity' | 'plate' | 'bank' | 'account' | 'number' | 'address' | 'name' | 'smallCount'

/** A piece of a text and what stands there instead. */
export interface Edit {
  start: number
  end: number
  word: string
}
/** One step: what it finds in the text as the steps before have left it. */
export interface Step {
  kind: RemovedKind
  find: (text: string) => Edit[]
}
/** What was taken away, with its place in the text as it was written, and what stands there instead. */
export interface Removal {
  start: number
  end: number
  kind: RemovedKind
  word: string
}
/** A removal, and where its word stands now. */
interface Cut extends Omit<Removal, 'word'> {
  at: number
  until: number
}
interface Draft {
  text: string
  cuts: Cut[]
}

const startAsWritten = (cuts: Cut[], at: number): number => {
  const before = cuts.findLast((cut) => cut.at <= at)
  if (!before) return at
  return at < before.until ? before.start : before.end + at - before.until
}
const endAsWritten = (cuts: Cut[], at: number): number => {
  const before = cuts.findLast((cut) => cut.at < at)
  if (!before) return at
  return at < before.until ? before.end : before.end + at - before.until
}

const overlaps = (cut: Cut, edit: Edit): boolean => cut.at < edit.end && edit.start < cut.until

const apply = (draft: Draft, { kind, find }: Step): Draft => {
  const edits = find(draft.text)
  if (edits.length === 0) return draft
  const cuts: Cut[] = []
  const old = [...draft.cuts]
  let text = ''
  let last = 0
  const keep = (until: number) => {
    const shift = text.length - last
    while (old[0] && old[0].until <= until) {
      const cut = old.shift() as Cut
      cuts.push({ ...cut, at: cut.at + shift, until: cut.until + shift })
    }
    text += draft.text.slice(last, until)
  }
  for (const edit of edits) {
    keep(edit.start)
    while (old[0] && overlaps(old[0], edit)) old.shift()
    const at = text.length
    text += edit.word
    last = edit.end
    cuts.push({
      kind,
      start: startAsWritten(draft.cuts, edit.start),
      end: endAsWritten(draft.cuts, edit.end),
      at,
      until: text.length,
    })
  }
  keep(draft.text.length)
  return { text, cuts }
}

/** Takes the steps one after the other, and keeps account of what each takes away. */
export const takeSteps = (text: string, steps: Step[]): { text: string; removed: Removal[] } => {
  const { text: rest, cuts } = steps.reduce(apply, { text, cuts: [] } as Draft)
  return { text: rest, removed: cuts.map(({ start, end, kind, at, until }) => ({ start, end, kind, word: rest.slice(at, until) })) }
}
