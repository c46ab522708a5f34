import type { DeadlineRulesView } from '@shared/deadlines/schemas'
import { CODE_LENGTHS } from '@shared/regions/schemas'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { useKept } from '@/lib/use-kept'
import { texts as shared } from '../texts'
import { useRegionsOf } from '../use-regions'
import { VersionHead } from '../version-head'
import { type DeadlineDraft, draftFrom } from './deadline-draft'
import { DeadlineEditor } from './deadline-editor'
import { texts } from './texts'
import { DeadlineWords, VersionCard } from './version-card'

/** The rules that the code brings have no number of their own, and come back only by being copied. */
const isSaved = ({ version }: DeadlineRulesView): boolean => version > 0

const Versions = ({ all, editable }: { all: readonly DeadlineRulesView[]; editable: boolean }) => {
  const [draft, keep] = useKept<DeadlineDraft>('deadlineDraft')
  const [editing, setEditing] = useState(false)
  const [earlier, setEarlier] = useState(false)
  const inForce = all.find(({ state }) => state === 'active')
  const drafts = all.filter(({ state }) => state === 'draft')
  const retired = all.filter((version) => version.state === 'retired' && isSaved(version))
  const edit = (from: DeadlineRulesView) => {
    keep(draftFrom(from))
    setEditing(true)
  }
  if (editing && draft) {
    const end = () => {
      keep(undefined)
      setEditing(false)
    }
    return <DeadlineEditor draft={draft} onChange={keep} onEnd={end} />
  }
  const card = (version: DeadlineRulesView) => (
    <VersionCard key={version.id} version={version} onChange={editable ? () => edit(version) : undefined} />
  )
  return (
    <>
      <Text>{texts.intro}</Text>
      {editable ? null : <Text className="h-note">{texts.readOnly}</Text>}
      {editable && draft ? <Button onPress={() => setEditing(true)}>{shared.unsaved}</Button> : null}
      {editable && inForce ? (
        <Button look={draft || drafts.length > 0 ? 'ghost' : 'primary'} onPress={() => edit(inForce)}>
          {shared.change}
        </Button>
      ) : null}
      {drafts.length > 0 ? <Text className="h-head">{shared.drafts}</Text> : null}
      {drafts.map(card)}
      <Text className="h-head">{shared.inForce}</Text>
      {inForce ? (
        <Card>
          <VersionHead {...inForce} />
          <DeadlineWords version={inForce} />
        </Card>
      ) : null}
      {retired.length > 0 && !earlier ? (
        <Button look="text" onPress={() => setEarlier(true)}>
          {shared.earlier(retired.length)}
        </Button>
      ) : null}
      {earlier ? retired.map(card) : null}
    </>
  )
}

/** How long each step may take; the whole city goes by the same rules. */
export const DeadlinesPart = () => {
  const setters = useRegionsOf('dispatcher', 'admin')
  const list = useCall('deadlineRules.list', {})
  if (list.isPending) return <Loading />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  return <Versions all={list.data.items} editable={setters.some(({ code }) => code.length <= CODE_LENGTHS.city)} />
}
