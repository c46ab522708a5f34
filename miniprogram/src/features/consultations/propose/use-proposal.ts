import { useRef, useState } from 'react'
import { fromSignal, loadProposal, newProposal, type Proposal, saveProposal } from './propose-draft'

/** The proposal being written; every change is on the device before the next letter. */
export const useProposal = (signalId?: string, title?: string) => {
  const [draft, set] = useState<Proposal>(() => {
    const kept = loadProposal()
    return signalId ? fromSignal(kept, signalId, title ?? '') : (kept ?? newProposal())
  })
  const latest = useRef(draft)
  const change = (part: Partial<Proposal>): void => {
    const next = { ...latest.current, ...part }
    latest.current = next
    saveProposal(next)
    set(next)
  }
  return { draft, change }
}
