import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'

/** The staff's second tab: sessions to come, working hours. */
export const StaffCalendar = () => (
  <Page title="日程" root>
    <EmptyState title="还没有内容" />
  </Page>
)
