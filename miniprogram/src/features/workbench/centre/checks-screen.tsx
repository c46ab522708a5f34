import { Page } from '@/components/page'
import { CheckList } from './check-list'
import { texts } from './watch-texts'
import '../workbench.css'

/** What others would see and a person looks at first, on a page of its own: for the CPPCC office, which has no inbox. */
export const ChecksScreen = () => (
  <Page title={texts.checksPage}>
    <CheckList />
  </Page>
)
