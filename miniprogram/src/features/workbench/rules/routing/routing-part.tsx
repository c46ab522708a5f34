import type { RoutingView } from '@shared/dispatch/routing'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import type { Place } from '@/components/region-sheet'
import { ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { useKept } from '@/lib/use-kept'
import { RegionChoice } from '../region-choice'
import { texts as shared } from '../texts'
import { useRegionsOf } from '../use-regions'
import { VersionHead } from '../version-head'
import { draftFrom, type RoutingDraft, versionsOf } from './routing-draft'
import { RoutingEditor } from './routing-editor'
import { texts } from './texts'
import { RoutingWords, VersionCard } from './version-card'

const Region = ({ region, all }: { region: Place; all: readonly RoutingView[] }) => {
  const [draft, keep] = useKept<RoutingDraft>(`routingDraft.${region.code}`)
  const [editing, setEditing] = useState(false)
  const [earlier, setEarlier] = useState(false)
  const { inForce, inherited, drafts, retired } = versionsOf(all, region.code)
  const edit = (from: RoutingView | undefined) => {
    keep(draftFrom(from))
    setEditing(true)
  }
  if (editing && draft) {
    const end = () => {
      keep(undefined)
      setEditing(false)
    }
    return <RoutingEditor region={region} draft={draft} onChange={keep} onEnd={end} />
  }
  return (
    <>
      <Text>{texts.intro}</Text>
      {draft ? <Button onPress={() => setEditing(true)}>{shared.unsaved}</Button> : null}
      <Button look={draft || drafts.length > 0 ? 'ghost' : 'primary'} onPress={() => edit(inForce)}>
        {shared.change}
      </Button>
      {drafts.length > 0 ? <Text className="h-head">{shared.drafts}</Text> : null}
      {drafts.map((version) => (
        <VersionCard key={version.id} version={version} onChange={() => edit(version)} />
      ))}
      <Text className="h-head">{shared.inForce}</Text>
      <Card>
        {inForce ? <VersionHead {...inForce} /> : <Text>{texts.builtIn}</Text>}
        {inherited ? <Text className="h-note h-block">{texts.inherited}</Text> : null}
        {inForce ? <RoutingWords version={inForce} regionCode={region.code} /> : null}
      </Card>
      {retired.length > 0 && !earlier ? (
        <Button look="text" onPress={() => setEarlier(true)}>
          {shared.earlier(retired.length)}
        </Button>
      ) : null}
      {earlier ? retired.map((version) => <VersionCard key={version.id} version={version} onChange={() => edit(version)} />) : null}
    </>
  )
}

/** To whom cases go, for the regions of the reader's centre. */
export const RoutingPart = () => {
  const regions = useRegionsOf('dispatcher')
  const [chosen, choose] = useState(regions[0]?.code ?? '')
  const list = useCall('routing.list', {})
  const region = regions.find(({ code }) => code === chosen)
  if (list.isPending) return <Loading />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      <RegionChoice regions={regions} chosen={chosen} onPick={choose} />
      {region ? <Region key={chosen} region={region} all={list.data.items} /> : null}
    </>
  )
}
