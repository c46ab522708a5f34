import { lazy, Suspense } from 'react'
import { Loading } from '@/components/states'

const StaffCase = lazy(() => import('../case/staff-case-pane'))

/** The case beside the list, in a browser. */
export const CasePane = ({ id, intent }: { id: string; intent?: string | undefined }) => (
  <Suspense fallback={<Loading />}>
    <StaffCase key={id} id={id} intent={intent} />
  </Suspense>
)
