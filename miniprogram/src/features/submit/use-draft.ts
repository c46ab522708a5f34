import { useRef, useState } from 'react'
import { type Draft, hasContent, loadDraft, newDraft, saveDraft } from './draft'

/** The draft being written; every change is on the device before the next letter. */
export const useDraft = () => {
  const [draft, show] = useState<Draft>(() => loadDraft() ?? newDraft())
  const latest = useRef(draft)
  const change = (part: Partial<Draft>): void => {
    const next = { ...latest.current, ...part }
    latest.current = next
    if (hasContent(next)) saveDraft(next)
    show(next)
  }
  /** Begins anew. */
  const reset = (): void => {
    latest.current = newDraft()
    show(latest.current)
  }
  /** As it is on the device now. */
  const current = (): Draft => latest.current
  return { draft, change, reset, current }
}
