import type { BriefView } from '@shared/briefs/schemas'
import { BRIEF_STATE_NAMES, type BriefState } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { PagedList } from '@/components/paged-list'
import { usePages } from '@/lib/query'
import { cardLine } from '../brief-words'
import { texts } from '../texts'

/** Into a brief that goes on for certain: it is accepted, and not finished. */
const OPEN: readonly BriefState[] = ['accepted', 'adopted', 'passedOn']

/** Into which other brief of the office this one goes. */
export const MergeChoice = ({ brief, chosen, onChoose }: { brief: BriefView; chosen: string | null; onChoose: (id: string) => void }) => {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const pages = usePages('briefs.list', { query: { view: 'office', ...(q ? { q } : {}) } })
  const items = pages.items.filter(({ id, state }) => id !== brief.id && OPEN.includes(state))
  return (
    <View className="h-col tight">
      <Text className="h-bold">{texts.intoLabel}</Text>
      <View className="h-row b-search">
        <View className="h-grow">
          <Field value={typed} onChange={setTyped} max={60} placeholder={texts.searchLabel} />
        </View>
        <Button small look="ghost" onPress={() => setQ(typed.trim())}>
          {texts.searchButton}
        </Button>
      </View>
      <PagedList pages={pages} count={items.length} empty={<Text>{texts.intoNone}</Text>}>
        {items.map((item) => (
          <Option
            key={item.id}
            title={item.title}
            note={`${BRIEF_STATE_NAMES[item.state]} · ${cardLine(item)}`}
            on={item.id === chosen}
            onPress={() => onChoose(item.id)}
          />
        ))}
      </PagedList>
    </View>
  )
}
