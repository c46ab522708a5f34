import { CASE_KINDS, CASE_STATUSES, type CaseKind, type CaseStatus, isClosed, KIND_NAMES } from '@shared/cases/words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { PagedList } from '@/components/paged-list'
import { pressable } from '@/components/pressable'
import { EmptyState } from '@/components/states'
import { usePages } from '@/lib/query'
import { useApp } from '@/lib/store'
import { texts } from '../texts'
import { openStaffCase, useDesk } from '../views'
import { InboxCard } from './inbox-card'

const GROUPS = ['waiting', 'open', 'confirm', 'done'] as const
type Group = (typeof GROUPS)[number]

const STATUSES: Record<Group, CaseStatus[]> = {
  waiting: ['submitted'],
  open: CASE_STATUSES.filter((status) => !isClosed(status) && status !== 'submitted' && status !== 'resolved'),
  confirm: ['resolved'],
  done: CASE_STATUSES.filter(isClosed),
}

interface FilterProps<K extends string> {
  label: string
  items: readonly { key: K; name: string }[]
  value: K | null
  onChange: (value: K | null) => void
}

const Filter = <K extends string>({ label, items, value, onChange }: FilterProps<K>) => (
  <View className="h-row wrap w-filter" role="radiogroup" aria-label={label}>
    {[{ key: null, name: texts.all }, ...items].map(({ key, name }) => (
      <View
        key={name}
        className={`w-pick ${key === value ? 'on' : ''}`}
        {...pressable(() => onChange(key), { role: 'radio', on: key === value, label: `${label} ${name}` })}
      >
        <Text>{name}</Text>
      </View>
    ))}
  </View>
)

/** All cases of the regions that the reader answers for, by state and kind. */
export const RegionList = ({ wide }: { wide: boolean }) => {
  const [group, setGroup] = useState<Group | null>(null)
  const [kind, setKind] = useState<CaseKind | null>(null)
  const signedIn = useApp((state) => state.status === 'in')
  const selected = useDesk((state) => state.selected)
  const query = {
    view: 'region' as const,
    limit: 50,
    ...(group ? { status: STATUSES[group] } : {}),
    ...(kind ? { kind } : {}),
  }
  const pages = usePages('cases.list', { query }, { enabled: signedIn })
  return (
    <View className="h-col">
      <Filter
        label={texts.statusFilter}
        items={GROUPS.map((key) => ({ key, name: texts.groups[key] }))}
        value={group}
        onChange={setGroup}
      />
      <Filter label={texts.kindFilter} items={CASE_KINDS.map((key) => ({ key, name: KIND_NAMES[key] }))} value={kind} onChange={setKind} />
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.regionEmpty} note={texts.regionEmptyNote} />}>
        {pages.items.map((item) => (
          <InboxCard
            key={item.id}
            item={item}
            quick={false}
            owned
            on={wide && selected === item.id}
            onOpen={(intent) => openStaffCase(item.id, wide, intent)}
          />
        ))}
      </PagedList>
    </View>
  )
}
