import { ROLE_NAMES } from '@shared/identity/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import type { Output } from '@/lib/request'
import { texts } from '../texts'

type Assignee = Output<'assignees.list'>['items'][number]
/** From this many on one searches instead of scrolling. */
const MANY = 8

const noteOf = ({ role, load }: Assignee): string =>
  [(ROLE_NAMES as Record<string, string>)[role] ?? role, load === null ? '' : texts.load(load)].filter(Boolean).join(' · ')

interface Props {
  caseId: string
  chosen: string | null
  onChoose: (assignee: Assignee) => void
  label?: string
  /** Mediators only, as when one is put in another's place. */
  mediatorsOnly?: boolean
  /** Organisations before people, as when a case is passed on. */
  queuesFirst?: boolean
}

/** To whom the case can go: people with how much they have, and organisations. */
export const Assignees = ({ caseId, chosen, onChoose, label = texts.moveWho, mediatorsOnly = false, queuesFirst = false }: Props) => {
  const [search, setSearch] = useState('')
  const list = useCall('assignees.list', { params: { id: caseId } })
  if (list.isPending) return <Loading cards={1} />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const wanted = list.data.items.filter(({ kind, role }) => !mediatorsOnly || (role === 'mediator' && kind === 'person'))
  const all = queuesFirst ? [...wanted].sort((a, b) => Number(a.kind === 'person') - Number(b.kind === 'person')) : wanted
  const shown = all.filter(({ name }) => name.includes(search.trim()))
  if (all.length === 0) return <Text className="h-note">{texts.moveNobody}</Text>
  return (
    <View className="h-col" role="radiogroup" aria-label={label}>
      <Text className="h-bold">{label}</Text>
      {all.length > MANY ? <Field value={search} onChange={setSearch} max={20} placeholder={texts.searchName} /> : null}
      <View className="h-col w-scroll">
        {shown.map((assignee) => (
          <Option
            key={assignee.id}
            title={assignee.name}
            note={noteOf(assignee)}
            on={assignee.id === chosen}
            onPress={() => onChoose(assignee)}
          />
        ))}
      </View>
    </View>
  )
}
