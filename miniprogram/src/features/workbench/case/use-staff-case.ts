import type { CaseView } from '@shared/cases/schemas'
import { useState } from 'react'
import { invalidate, queryClient, useCall } from '@/lib/query'

/**
 * The case on the screen. It is not polled: every reading by staff is noted and shown to the applicant.
 * `readWith` gives the reason that a supervisor needs for the words.
 */
export const useStaffCase = (id: string) => {
  const [reason, readWith] = useState<string>()
  const options = { params: { id }, query: reason ? { reason } : {} }
  const query = useCall('cases.get', options, { keep: true, enabled: id !== '' })
  /** Shows what a move answered, without reading the case once more. */
  const show = (view: CaseView) => {
    queryClient.setQueryData(['cases.get', options], view)
    void invalidate('cases.list', 'unread.get', 'duplicates.list', 'duplicates.forCase')
  }
  const refresh = () => invalidate('cases.get', 'cases.list', 'bookings.calendar')
  return { query, view: query.data, readWith, show, refresh }
}

/** What the parts of the screen need. */
export interface PartProps {
  view: CaseView
  show: (view: CaseView) => void
  refresh: () => Promise<unknown>
}
