import { categoryName } from '@shared/cases/categories'
import { KIND_NAMES } from '@shared/cases/words'
import type { Wording } from '@shared/opinion/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Page } from '@/components/page'
import { PagedList } from '@/components/paged-list'
import { pressable } from '@/components/pressable'
import { EmptyState } from '@/components/states'
import { nearPlace } from '@/lib/place-words'
import { usePages } from '@/lib/query'
import { useApp } from '@/lib/store'
import { splitByMarks } from './marks'
import { weekWords } from './numbers'
import { useMemberRegions, useScope, useScopeQuery } from './scope'
import { ScopeBar } from './scope-bar'
import { texts } from './texts'
import './opinion.css'

const Marked = ({ text, marks }: { text: string; marks: readonly string[] }) => (
  <View className="h-pre">
    {splitByMarks(text, marks).map(({ at, words, on }) => (
      <Text key={at} className={on ? 'o-mark' : ''}>
        {words}
      </Text>
    ))}
  </View>
)

const WordingCard = ({ wording }: { wording: Wording }) => (
  <Card>
    <Marked text={wording.text} marks={wording.marks} />
    <View className="o-source">
      <Text className="h-note">
        {[
          KIND_NAMES[wording.kind],
          categoryName(wording.category),
          nearPlace(wording.regionName),
          texts.weekOf(weekWords(wording.week)),
        ].join(' · ')}
      </Text>
    </View>
  </Card>
)

const Search = ({ value, onSearch }: { value: string; onSearch: (words: string) => void }) => {
  const [typed, setTyped] = useState(value)
  return (
    <View className="h-row o-search">
      <View className="h-grow">
        <Field value={typed} onChange={setTyped} max={60} placeholder={texts.searchPlaceholder} />
      </View>
      <Button small onPress={() => onSearch(typed.trim())}>
        {texts.searchButton}
      </Button>
    </View>
  )
}

const Chosen = () => {
  const category = useScope((state) => state.category)
  return category ? (
    <View className="h-row spread">
      <Text>{texts.about(category.name)}</Text>
      <View className="h-link" {...pressable(() => useScope.setState({ category: null }))}>
        <Text>{texts.all}</Text>
      </View>
    </View>
  ) : null
}

/** The CPPCC member's second tab: de-identified wording, searched in Chinese. */
export const MemberWordings = () => {
  const signedIn = useApp((state) => state.status === 'in')
  const category = useScope((state) => state.category)
  const regionName = useMemberRegions()[0]?.name ?? ''
  const scope = useScopeQuery()
  const [q, setQ] = useState('')
  const query = { ...scope, ...(category ? { category: category.code } : {}), ...(q ? { q } : {}) }
  const pages = usePages('opinion.wordings', { query }, { enabled: signedIn })
  return (
    <Page title={texts.wordingsTitle} root>
      <ScopeBar regionName={regionName} />
      <Search value={q} onSearch={setQ} />
      <Chosen />
      <Text className="h-note">{texts.logged}</Text>
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.noWordings} note={texts.noWordingsNote} />}>
        {pages.items.map((wording) => (
          <WordingCard key={wording.id} wording={wording} />
        ))}
      </PagedList>
    </Page>
  )
}
