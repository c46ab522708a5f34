import { SIMILAR_STATES, type SimilarPair } from '@shared/duplicates/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { toast } from '@/components/toast'
import { nearPlace } from '@/lib/place-words'
import { invalidate, usePages } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { toastAnd, useAct } from '@/lib/use-act'
import { commonWords } from '../case/similar'
import { texts as caseTexts } from '../case/texts'
import { statusWords } from '../urgency'
import { openStaffCase } from '../views'
import { texts } from './watch-texts'

type One = SimilarPair['cases'][number]
const reload = () => invalidate('duplicates.list', 'duplicates.forCase')

const Side = ({ one, wide }: { one: One; wide: boolean }) => (
  <View className="w-question">
    <View className="h-row spread top">
      <Text className="h-bold h-grow">{one.title}</Text>
      <Chip tone="neutral">{statusWords(one)}</Chip>
    </View>
    <Text className="h-note">{[one.number, nearPlace(one.regionName, 1), timeWords(one.createdAt)].filter(Boolean).join(' · ')}</Text>
    <View className="h-row spread">
      <Text className="h-note h-grow">{one.assigneeName ? caseTexts.hasOwner(one.assigneeName) : caseTexts.noOwner}</Text>
      <Button small look="ghost" label={texts.look(one.number)} onPress={() => openStaffCase(one.id, wide)}>
        {texts.lookLabel}
      </Button>
    </View>
  </View>
)

const Pair = ({ pair, wide }: { pair: SimilarPair; wide: boolean }) => {
  const { busy, act } = useAct()
  const younger = pair.cases.at(-1)
  const dismiss = () =>
    act(async () => {
      await call('duplicates.dismiss', { params: { id: pair.id } })
      toast(caseTexts.dismissed)
      await reload()
    }, toastAnd(reload))
  return (
    <Card>
      <Text className="h-block w-head">{commonWords(pair)}</Text>
      {pair.cases.map((one) => (
        <Side key={one.id} one={one} wide={wide} />
      ))}
      {pair.can.length > 0 ? (
        <View className="h-row w-quick">
          {pair.can.includes('dismiss') ? (
            <Button look="ghost" busy={busy} onPress={() => void dismiss()}>
              {caseTexts.dismiss}
            </Button>
          ) : null}
          {pair.can.includes('merge') && younger ? (
            <Button onPress={() => openStaffCase(younger.id, wide, 'merge')}>{texts.mergeGo}</Button>
          ) : null}
        </View>
      ) : null}
    </Card>
  )
}

/** Pairs of cases that look alike in the dispatcher's regions. */
export const SimilarList = ({ wide }: { wide: boolean }) => {
  const [state, setState] = useState<SimilarPair['state']>('proposed')
  const pages = usePages('duplicates.list', { query: { state } })
  const empty =
    state === 'proposed' ? (
      <EmptyState title={texts.similarEmpty} note={texts.similarEmptyNote} />
    ) : (
      <EmptyState title={texts.similarNone} />
    )
  return (
    <View className="h-col">
      <Tabs items={SIMILAR_STATES.map((key) => ({ key, name: texts.similarStates[key] }))} active={state} onChange={setState} />
      <PagedList pages={pages} count={pages.items.length} empty={empty}>
        {pages.items.map((pair) => (
          <Pair key={pair.id} pair={pair} wide={wide} />
        ))}
      </PagedList>
    </View>
  )
}
