import type { FieldError } from '@server/platform/errors'
import { BRIEF_PART_NAMES, BRIEF_PARTS } from '@shared/briefs/words'
import type { BriefText } from './brief-text'

/** What still stands in the way of submitting a brief, in words, with the place of each. */
export const missingIn = (brief: BriefText): FieldError[] => {
  const known = new Set(brief.evidence.map(({ id }) => id))
  const answerable = new Set([...brief.situation, ...brief.causes].map(({ id }) => id))
  const missing: FieldError[] = []
  for (const part of BRIEF_PARTS) {
    const name = BRIEF_PART_NAMES[part]
    if (brief[part].length === 0) missing.push({ path: part, code: 'required', message: `“${name}”还没有写` })
    brief[part].forEach(({ evidenceIds, answers }, i) => {
      const path = `${part}.${i}`
      const where = `“${name}”第${i + 1}条`
      if (part === 'suggestions') {
        const answered = answers.some((id) => answerable.has(id))
        if (!answered) missing.push({ path: `${path}.answers`, code: 'required', message: `${where}还没有说明针对哪一条情况或原因` })
      } else if (!evidenceIds.some((id) => known.has(id)))
        missing.push({ path: `${path}.evidenceIds`, code: 'required', message: `${where}还没有依据` })
    })
  }
  return missing
}
