import { CATEGORIES, topOf } from '@shared/cases/categories'

/** Whether a category is the wanted one or lies below it. */
export const isOf = (category: string, wanted: string | undefined): boolean =>
  wanted === undefined || category === wanted || topOf(category) === wanted

/** A category and those below it, for the index. */
export const categoriesOf = (wanted: string): string[] => [
  wanted,
  ...(CATEGORIES.find((top) => top.code === wanted)?.children.map((child) => child.code) ?? []),
]
