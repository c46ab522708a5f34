import { ORGANISATION_KINDS, type OrganisationKind } from '@shared/identity/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { type Place, RegionSheet } from '@/components/region-sheet'
import { Sheet } from '@/components/sheet'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { useAdminRegions } from '../admin-regions'
import { ORGANISATION_NAMES, texts } from '../texts'

const AddSheet = ({ onClose }: { onClose: () => void }) => {
  const within = useAdminRegions()
  const [kind, setKind] = useState<OrganisationKind>('committee')
  const [name, setName] = useState('')
  const [place, setPlace] = useState<Place | null>(within[0] ?? null)
  const [choosing, setChoosing] = useState(false)
  const { busy, act } = useAct()
  const save = () =>
    act(async (key) => {
      await call('organisations.create', { body: { kind, name: name.trim(), regionCode: place?.code ?? '' }, key })
      toast(texts.saved)
      onClose()
      await invalidate('organisations.list')
    })
  const pick = (picked: Place) => {
    setPlace(picked)
    setChoosing(false)
  }
  if (choosing) return <RegionSheet title={texts.region} within={within} onClose={() => setChoosing(false)} onPick={pick} />
  return (
    <Sheet open title={texts.addOrganisation} onClose={onClose}>
      <Field label={texts.organisationName} value={name} onChange={setName} max={60} />
      <Entry title={texts.region} note={place?.name ?? texts.regionPick} onPress={() => setChoosing(true)} />
      <View className="h-col" role="radiogroup" aria-label={texts.organisationKind}>
        {ORGANISATION_KINDS.map((each) => (
          <Option key={each} title={ORGANISATION_NAMES[each]} on={each === kind} onPress={() => setKind(each)} />
        ))}
      </View>
      <Button busy={busy} disabled={!name.trim() || !place} onPress={save}>
        {texts.save}
      </Button>
    </Sheet>
  )
}

/** The organisations of the administrator's region. */
export const OrganisationsPart = () => {
  const region = useAdminRegions()[0]
  const list = useCall('organisations.list', { query: region ? { regionCode: region.code } : {} })
  const [adding, setAdding] = useState(false)
  const items = list.data?.items ?? []
  return (
    <View className="h-col">
      <Text className="h-note">{texts.organisationsNote}</Text>
      <Button onPress={() => setAdding(true)}>{texts.addOrganisation}</Button>
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? <EmptyState title={texts.noOrganisations} /> : null}
      {items.map(({ id, name, kind }) => (
        <Card key={id}>
          <Text className="h-bold">{name}</Text>
          <View>
            <Text className="h-note">{ORGANISATION_NAMES[kind]}</Text>
          </View>
        </Card>
      ))}
      {adding ? <AddSheet onClose={() => setAdding(false)} /> : null}
    </View>
  )
}
