import type { AddEvidence, Claim } from '@shared/briefs/schemas'
import type { BriefPart } from '@shared/briefs/words'
import { toast } from '@/components/toast'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { changed } from '../write/draft'
import type { WritingNow } from '../write/use-writing'

/** Takes evidence up into the brief, and lets the claim rest on it. */
export const useTake = ({ writing }: WritingNow, part: BriefPart, claim: Claim, onDone: () => void) => {
  const { busy, act } = useAct()
  const cite = (evidenceId: string) => {
    const { text } = writing.store.getState()
    const ids = text[part].find(({ id }) => id === claim.id)?.evidenceIds ?? []
    writing.change(changed(text, part, claim.id, { evidenceIds: [...new Set([...ids, evidenceId])] }))
    toast(texts.used)
    onDone()
  }
  const add = async (body: AddEvidence, key: string): Promise<boolean> => {
    // a save under way would be overtaken by the evidence's new revision
    if (!(await writing.flush())) {
      toast(texts.notSaved)
      return false
    }
    const { id, evidence } = writing.store.getState().brief
    const before = new Set(evidence.map((each) => each.id))
    const next = await call('briefs.addEvidence', { params: { id }, body, key })
    writing.took(next)
    const added = next.evidence.find((each) => !before.has(each.id))
    if (added) cite(added.id)
    else toast(texts.usedAlready)
    return true
  }
  /** Answers whether it was taken up. */
  const take = async (body: AddEvidence): Promise<boolean> => {
    let taken = false
    await act(async (key) => {
      taken = await add(body, key)
    })
    return taken
  }
  return { busy, take, cite }
}
