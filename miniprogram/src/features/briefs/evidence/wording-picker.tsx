import { categoryName } from '@shared/cases/categories'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Pick } from '@/components/option'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { weekWords } from '@/features/opinion/numbers'
import { nearPlace } from '@/lib/place-words'
import { usePages } from '@/lib/query'
import { texts } from '../texts'
import { Found } from './found'
import type { PickerProps } from './picker-props'

const SPANS = [12, 52, 104] as const

/** Searches de-identified wording of the brief's region; nothing is shown, and so nothing logged, before one searches. */
export const WordingPicker = ({ brief, busy, onTake }: PickerProps) => {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const [weeks, setWeeks] = useState<number>(SPANS[1])
  const pages = usePages('opinion.wordings', { query: { regionCode: brief.regionCode, weeks, q } }, { enabled: q !== '' })
  const [title, note] = texts.wordingsNone
  return (
    <>
      <View className="h-row b-search">
        <View className="h-grow">
          <Field value={typed} onChange={setTyped} max={60} placeholder={texts.wordingsSearch} />
        </View>
        <Button small disabled={!typed.trim()} onPress={() => setQ(typed.trim())}>
          {texts.searchButton}
        </Button>
      </View>
      <View className="h-row b-picks" role="radiogroup" aria-label={texts.countSpan}>
        {SPANS.map((each) => (
          <Pick key={each} title={texts.span(each)} on={each === weeks} onPress={() => setWeeks(each)} />
        ))}
      </View>
      <Text className="h-note">{texts.wordingsNote}</Text>
      {q === '' ? null : (
        <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={title} note={note} />}>
          {pages.items.map(({ id, text, category, regionName, week }) => (
            <Found
              key={id}
              text={text}
              source={[categoryName(category), nearPlace(regionName), weekWords(week)].join(' · ')}
              busy={busy}
              onTake={() => void onTake({ type: 'wording', wordingId: id })}
            />
          ))}
        </PagedList>
      )}
    </>
  )
}
