import { lazy, Suspense } from 'react'
import { Loading } from '@/components/states'

const FollowUps = lazy(() => import('../kept/follow-up-list').then(({ FollowUpList }) => ({ default: FollowUpList })))
const Centre = lazy(() => import('../centre/centre-lists').then(({ CentreLists }) => ({ default: CentreLists })))

/** Lists that few of the staff have, loaded when they are wanted. */
export const MoreLists = ({ section }: { section: 'followUps' | 'centre' }) => (
  <Suspense fallback={<Loading />}>{section === 'followUps' ? <FollowUps wide /> : <Centre wide />}</Suspense>
)
