import { useState } from 'react'
import { Page } from '@/components/page'
import { Tabs } from '@/components/tabs'
import { CalendarPart } from './setup/calendar-part'
import { OrganisationsPart } from './setup/organisations-part'
import { RegionsPart } from './setup/regions-part'
import { VenuesPart } from './setup/venues-part'
import { texts } from './texts'
import './admin.css'

const PARTS = { organisations: OrganisationsPart, venues: VenuesPart, regions: RegionsPart, calendar: CalendarPart }
type Part = keyof typeof PARTS
const NAMES = (Object.keys(PARTS) as Part[]).map((key) => ({ key, name: texts.parts[key] }))

/** What the service is set up with: organisations, venues, divisions, holidays. */
export const SetupScreen = ({ part }: { part: string }) => {
  const [active, setActive] = useState<Part>(part in PARTS ? (part as Part) : 'organisations')
  const Shown = PARTS[active]
  return (
    <Page title={texts.setupTitle}>
      <Tabs items={NAMES} active={active} onChange={setActive} />
      <Shown />
    </Page>
  )
}
