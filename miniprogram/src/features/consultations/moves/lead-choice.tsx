import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { texts } from '../texts'

/** So many names are taken in at a glance; more want a search. */
const GLANCE = 8

/** Who is to be in charge. */
export const LeadChoice = ({ regionCode, chosen, onChoose }: { regionCode: string; chosen: string; onChoose: (id: string) => void }) => {
  const [typed, setTyped] = useState('')
  const people = useCall('consultations.people', { query: { regionCode } })
  if (people.isPending) return <Loading cards={1} />
  if (people.isError) return <ErrorState error={people.error} onRetry={() => void people.refetch()} />
  const { members } = people.data
  const found = members.filter(({ name }) => name.includes(typed.trim()))
  return (
    <View className="h-col tight">
      <Text className="h-bold">{texts.leadLabel}</Text>
      {members.length > GLANCE ? <Field value={typed} onChange={setTyped} max={20} placeholder={texts.leadSearch} /> : null}
      {found.length === 0 ? <Text className="h-soft">{texts.leadNone}</Text> : null}
      <View className="h-col tight c-people" role="radiogroup" aria-label={texts.leadLabel}>
        {found.map(({ id, name }) => (
          <Option key={id} title={name} on={id === chosen} onPress={() => onChoose(id)} />
        ))}
      </View>
    </View>
  )
}
