import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'

/** The person: name, telephone, care mode, role, data. */
export const MeScreen = () => (
  <Page title="我的" root>
    <EmptyState title="还没有内容" />
  </Page>
)
