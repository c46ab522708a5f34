import { useState } from 'react'
import { Page } from '@/components/page'
import { Tabs } from '@/components/tabs'
import { CheckList } from '@/features/workbench/centre/check-list'
import { DeliveriesPart } from './deliveries-part'
import { ModelsPart } from './models-part'
import { texts } from './texts'
import '@/features/workbench/workbench.css'
import '@/features/workbench/rules/rules.css'

const PARTS = { deliveries: DeliveriesPart, models: ModelsPart, checks: CheckList }
type Part = keyof typeof PARTS
const NAMES = (Object.keys(PARTS) as Part[]).map((key) => ({ key, name: texts.parts[key] }))

/** How the service does: messages that did not arrive, the model that sorts, notices that wait for a person's eyes. */
export const ServiceScreen = ({ part }: { part: string }) => {
  const [active, setActive] = useState<Part>(part in PARTS ? (part as Part) : 'deliveries')
  const Shown = PARTS[active]
  return (
    <Page title={texts.title}>
      <Tabs items={NAMES} active={active} onChange={setActive} />
      <Shown />
    </Page>
  )
}
