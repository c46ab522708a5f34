import type { ConsultationState } from '@shared/consultations/words'
import { create } from 'zustand'
import type { Place } from '@/components/region-sheet'
import { useApp } from '@/lib/store'

export type TopicView = 'public' | 'mine' | 'work'

interface Scope {
  view: TopicView
  /** null: everywhere. */
  region: Place | null
  /** null: whatever step it has come to. */
  state: ConsultationState | null
  /** The topic beside the list, on a wide window. */
  selected: string | null
}

/** Which topics the list shows; kept while one looks at one of them. */
export const useListScope = create<Scope>(() => ({ view: 'public', region: null, state: null, selected: null }))

/** The lists that the worn role brings; what may be done with a topic is said by the topic itself. */
export const useTopicViews = (): readonly TopicView[] => {
  const hat = useApp((state) => state.hat)
  const roles = useApp((state) => state.me)?.roles ?? []
  const works = hat === 'member' || (hat === 'staff' && roles.some(({ role }) => role === 'department'))
  return works ? ['work', 'public', 'mine'] : ['public', 'mine']
}
