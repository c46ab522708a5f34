import { CATEGORIES, suitsKind, topOf } from '@shared/cases/categories'
import type { CaseKind } from '@shared/cases/words'
import type { Understanding } from '@shared/understanding/schemas'
import type { Understood } from './draft'

/** A subject that one press takes. */
export interface Choice {
  label: string
  kind: CaseKind
  category: string
}

const OTHER = 'other.other'

/** The kind that goes with a category: the likely one where it suits, else the first that the category is offered for. */
const kindFor = (category: string, likely: CaseKind | null): CaseKind => {
  if (likely && suitsKind(category, likely)) return likely
  return CATEGORIES.find(({ code }) => code === topOf(category))?.kinds[0] ?? 'complaint'
}

/** The best of what the service thinks, as far as a draft needs it; null when it could not tell. */
export const understoodAs = (text: string, { categories, kind }: Understanding): Understood | null => {
  const best = categories[0]
  if (!best) return null
  return { text, category: best.value, kind: kindFor(best.value, kind?.value ?? null), because: best.because }
}

/** The other categories that came into question. */
export const othersOf = ({ categories, kind }: Understanding, nameOf: (category: string) => string): Choice[] =>
  categories.slice(1).map(({ value }) => ({ label: nameOf(value), category: value, kind: kindFor(value, kind?.value ?? null) }))

/** What an answer to the service's question means as a choice; null for one that says nothing about kind or category. */
export const choiceOf = (option: { label: string; kind?: CaseKind; category?: string }, known: Understanding): Choice | null => {
  const { label, kind, category } = option
  if (category) return { label, category, kind: kindFor(category, kind ?? known.kind?.value ?? null) }
  if (!kind) return null
  return { label, kind, category: known.categories.find(({ value }) => suitsKind(value, kind))?.value ?? OTHER }
}

/** Words of present danger, for when the service cannot be asked. Said to be over or absent, they do not count. */
const DANGER =
  /(正在|马上|要|拿着|动手).{0,4}(打人|打我|砍|捅|动刀)|持刀|拿刀|杀人|想死|不想活|要跳楼|跳楼了|割腕|着火了|起火了|煤气漏|燃气漏|触电/
const NOT = /(没有|没|不会|不是|已经不|怕|担心)$/

/** Whether words that are being written tell of danger now; a small look of the device's own. */
export const soundsDangerous = (text: string): boolean => {
  const found = DANGER.exec(text)
  return found !== null && !NOT.test(text.slice(0, found.index))
}
