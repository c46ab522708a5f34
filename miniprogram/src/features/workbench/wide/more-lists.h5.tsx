import { type ComponentType, lazy, Suspense } from 'react'
import { Loading } from '@/components/states'
import type { MoreSection } from './more-lists'

const LISTS: Record<MoreSection, ComponentType<{ wide: boolean }>> = {
  followUps: lazy(() => import('../kept/follow-up-list').then(({ FollowUpList }) => ({ default: FollowUpList }))),
  centre: lazy(() => import('../centre/centre-lists').then(({ CentreLists }) => ({ default: CentreLists }))),
  supervisions: lazy(() => import('../centre/supervision-list').then(({ SupervisionList }) => ({ default: SupervisionList }))),
  lights: lazy(() => import('../centre/lights-board').then(({ LightsBoard }) => ({ default: LightsBoard }))),
  tools: lazy(() => import('../centre/centre-tools').then(({ CentreTools }) => ({ default: CentreTools }))),
}

/** Lists that few of the staff have, loaded when they are wanted. */
export const MoreLists = ({ section }: { section: MoreSection }) => {
  const List = LISTS[section]
  return (
    <Suspense fallback={<Loading />}>
      <List wide />
    </Suspense>
  )
}
