import { Page } from '@/components/page'
import { Loading } from '@/components/states'

const StubPage = () => (
  <Page title="有事好商量">
    <Loading />
  </Page>
)

export default StubPage
