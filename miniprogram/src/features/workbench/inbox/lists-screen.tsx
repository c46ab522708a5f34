import { Page } from '@/components/page'
import { texts } from '../texts'
import { RegionList } from './region-list'
import { TaskList } from './task-list'
import '../workbench.css'

/** The lists besides the inbox, as pages of their own on a telephone. */
export const ListsScreen = ({ section }: { section: string }) =>
  section === 'tasks' ? (
    <Page title={texts.tasksTitle}>
      <TaskList wide={false} />
    </Page>
  ) : (
    <Page title={texts.regionTitle}>
      <RegionList wide={false} />
    </Page>
  )
