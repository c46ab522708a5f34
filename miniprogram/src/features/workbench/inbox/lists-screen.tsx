import type { ReactNode } from 'react'
import { Page } from '@/components/page'
import { CentreLists } from '../centre/centre-lists'
import { CentreTools } from '../centre/centre-tools'
import { LightsBoard } from '../centre/lights-board'
import { SupervisionList } from '../centre/supervision-list'
import { texts as centreTexts } from '../centre/texts'
import { texts as watchTexts } from '../centre/watch-texts'
import { FollowUpList } from '../kept/follow-up-list'
import { texts as keptTexts } from '../kept/texts'
import { texts } from '../texts'
import { HandledList } from './handled-list'
import { RegionList } from './region-list'
import { TaskList } from './task-list'
import '../workbench.css'

const LISTS: Record<string, { title: string; list: ReactNode }> = {
  handled: { title: texts.handledTitle, list: <HandledList wide={false} /> },
  region: { title: texts.regionTitle, list: <RegionList wide={false} /> },
  tasks: { title: texts.tasksTitle, list: <TaskList wide={false} /> },
  followUps: { title: keptTexts.followUpsTitle, list: <FollowUpList wide={false} /> },
  centre: { title: centreTexts.title, list: <CentreLists wide={false} /> },
  supervisions: { title: watchTexts.supervisionsTitle, list: <SupervisionList wide={false} /> },
  lights: { title: watchTexts.lightsTitle, list: <LightsBoard wide={false} /> },
  tools: { title: watchTexts.toolsTitle, list: <CentreTools /> },
}

/** The lists besides the inbox, as pages of their own on a telephone. */
export const ListsScreen = ({ section }: { section: string }) => {
  const { title, list } = LISTS[section] ?? { title: texts.regionTitle, list: <RegionList wide={false} /> }
  return <Page title={title}>{list}</Page>
}
