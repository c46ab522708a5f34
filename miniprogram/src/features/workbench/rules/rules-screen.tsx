import { useState } from 'react'
import { Page } from '@/components/page'
import { Loading } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { useApp } from '@/lib/store'
import { DeadlinesPart } from './deadlines/deadlines-part'
import { DutyPart } from './duty/duty-part'
import { RoutingPart } from './routing/routing-part'
import { texts } from './texts'
import { useRegionsOf } from './use-regions'
import '../workbench.css'
import './rules.css'

const PARTS = { routing: RoutingPart, deadlines: DeadlinesPart, duty: DutyPart }
type Part = keyof typeof PARTS
const ALL: readonly Part[] = ['routing', 'deadlines', 'duty']

/** What the centre sets: to whom cases go, how long each step may take, who is on duty. */
export const RulesScreen = ({ part }: { part: string }) => {
  const centre = useRegionsOf('dispatcher').length > 0
  const offered = centre ? ALL : (['deadlines'] as const)
  const known = useApp(({ me, status }) => me !== null || status === 'out')
  const [chosen, choose] = useState(part)
  // asked anew once it is known who reads: a page opened by its address is drawn before that
  const active = offered.find((each) => each === chosen) ?? 'deadlines'
  const Shown = PARTS[active]
  return (
    <Page title={texts.title} className="r-page">
      {offered.length > 1 ? (
        <Tabs items={offered.map((key) => ({ key, name: texts.parts[key] }))} active={active} onChange={choose} />
      ) : null}
      {known ? <Shown key={active} /> : <Loading />}
    </Page>
  )
}
