import type { BriefPreview } from '@shared/briefs/schemas'
import { splitByMarks } from '@/features/opinion/marks'

type Removed = BriefPreview['removed']

/** One claim, as its author wrote it and as others read it. */
export interface Compared {
  id: string
  before: string
  after: string
}

/** Whether anything was taken out of it. */
export const differs = ({ before, after }: Compared): boolean => before !== after

/** The author's words, cut where something was taken out of them. */
export const marksBefore = ({ before }: Compared, removed: Removed) =>
  splitByMarks(
    before,
    removed.map((each) => each.before),
  )

/** What others read, cut where something stands in the place of what was taken out. */
export const marksAfter = ({ before, after }: Compared, removed: Removed) =>
  splitByMarks(
    after,
    removed.filter((each) => before.includes(each.before)).map((each) => each.after),
  )
