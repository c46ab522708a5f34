import type { Claim } from '@shared/briefs/schemas'
import type { BriefPart } from '@shared/briefs/words'
import { useState } from 'react'
import { newKey } from '@/lib/keys'
import { changed, withClaim, withoutClaim } from './draft'
import type { WritingNow } from './use-writing'

/** Adds, changes and takes away claims of one part; the last one taken away can be put back. */
export const useClaims = ({ text, writing }: WritingNow, part: BriefPart) => {
  const [removed, setRemoved] = useState<Claim | null>(null)
  return {
    claims: text[part],
    removed,
    add: () => writing.change(withClaim(text, part, newKey())),
    change: (id: string, change: Partial<Omit<Claim, 'id'>>) => writing.change(changed(writing.store.getState().text, part, id, change)),
    remove: (claim: Claim) => {
      setRemoved(claim.text.trim() ? claim : null)
      writing.change(withoutClaim(text, part, claim.id))
    },
    putBack: () => {
      if (removed) writing.change({ ...text, [part]: [...text[part], removed] })
      setRemoved(null)
    },
  }
}
