import { BRIEF_STATE_NAMES, type BriefState } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { PagedList } from '@/components/paged-list'
import { pressable } from '@/components/pressable'
import { EmptyState } from '@/components/states'
import { open } from '@/lib/navigate'
import { usePages } from '@/lib/query'
import { texts } from '../texts'
import { type BriefListView, openBrief, useBriefDesk, useMayStart } from '../views'
import { BriefCard } from './brief-card'

/** So many are seen at a glance. */
const FEW = 6
/** What one may want to see alone. */
const STATES: Partial<Record<BriefListView, readonly BriefState[]>> = {
  mine: ['draft', 'returned', 'submitted', 'accepted', 'adopted', 'passedOn', 'answered'],
  office: ['submitted', 'accepted', 'adopted', 'passedOn', 'answered', 'returned'],
  department: ['passedOn', 'answered'],
}

const Search = ({ onSearch }: { onSearch: (words: string) => void }) => {
  const [typed, setTyped] = useState('')
  return (
    <View className="h-row b-search">
      <View className="h-grow">
        <Field value={typed} onChange={setTyped} max={60} placeholder={texts.search} />
      </View>
      <Button small look="ghost" onPress={() => onSearch(typed.trim())}>
        {texts.searchButton}
      </Button>
    </View>
  )
}

interface Filter {
  state: BriefState | null
  onState: (state: BriefState | null) => void
}

const StateFilter = ({ view, state, onState }: Filter & { view: BriefListView }) => {
  const states = STATES[view]
  if (!states) return null
  return (
    <View className="h-row wrap b-picks" role="radiogroup" aria-label={texts.stateLabel}>
      {[null, ...states].map((each) => (
        <View
          key={each ?? ''}
          className={`b-pick ${each === state ? 'on' : ''}`}
          {...pressable(() => onState(each), { role: 'radio', on: each === state })}
        >
          <Text>{each ? BRIEF_STATE_NAMES[each] : texts.allStates}</Text>
        </View>
      ))}
    </View>
  )
}

const Nothing = ({ view, filtered }: { view: BriefListView; filtered: boolean }) => {
  const mayStart = useMayStart()
  const [title, note] = (filtered ? texts.noneFound : texts.empty[view]) ?? texts.noneFound
  const start = view === 'mine' && !filtered && mayStart ? { action: texts.start, onAction: () => open('briefWrite') } : {}
  return <EmptyState title={title} note={note} {...start} />
}

/** The briefs of one list, the latest first, or those with certain words or in one state. */
export const BriefList = ({ view, wide }: { view: BriefListView; wide: boolean }) => {
  const [q, setQ] = useState('')
  const [state, setState] = useState<BriefState | null>(null)
  const selected = useBriefDesk((desk) => desk.selected)
  const pages = usePages('briefs.list', { query: { view, ...(q ? { q } : {}), ...(state ? { state } : {}) } })
  const filtered = q !== '' || state !== null
  return (
    <>
      <Search onSearch={setQ} />
      {pages.items.length > FEW || state ? <StateFilter view={view} state={state} onState={setState} /> : null}
      <PagedList pages={pages} count={pages.items.length} empty={<Nothing view={view} filtered={filtered} />}>
        {pages.items.map((item) => (
          <BriefCard key={item.id} item={item} on={wide && item.id === selected} onOpen={() => openBrief(item.id, wide)} />
        ))}
      </PagedList>
    </>
  )
}
