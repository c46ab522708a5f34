import type { BriefView } from '@shared/briefs/schemas'
import { invalidate, queryClient, useCall } from '@/lib/query'

/** A brief as its reader may see it. */
export const useBrief = (id: string) => useCall('briefs.get', { params: { id } }, { enabled: id !== '' })

/** Shows what the service just answered wherever this brief is on a screen. */
export const showBrief = (brief: BriefView): BriefView => {
  queryClient.setQueryData(['briefs.get', { params: { id: brief.id } }], brief)
  void invalidate('briefs.list')
  return brief
}

/** Loads anew whatever shows briefs. */
export const refreshBriefs = (): Promise<unknown> => invalidate('briefs.get', 'briefs.list', 'briefs.preview')
