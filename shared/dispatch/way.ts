import type { CaseKind } from '../cases/words'

/** What a case is about, and what its county and township are called; null where it names none. */
export interface Matter {
  kind: CaseKind
  category: string
  county: string | null
  township: string | null
}
/** A way on, with what of it depends on the matter. `categories`: of either level; `kinds`: of every kind when missing. */
export interface Way {
  code: string
  name: string
  categories: readonly string[] | 'all'
  kinds?: readonly CaseKind[]
  where: (matter: Matter) => string
  what: string
  until: string
  law: string
}
