import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Option } from '@/components/option'
import { PagedList } from '@/components/paged-list'
import { Sheet } from '@/components/sheet'
import { EmptyState } from '@/components/states'
import { usePages } from '@/lib/query'
import { useSignalQuery } from '../scope'
import { texts } from '../texts'
import { kindName } from '../words'
import { useSignalAct } from './use-signal-act'
import type { ActProps } from './words-sheet'

/** Says that another signal is about the same matter. */
export const MergeSheet = ({ signal, onClose }: ActProps) => {
  const { list } = useSignalQuery()
  const pages = usePages('signals.list', { query: { ...list, kind: undefined } })
  const [chosen, choose] = useState<string | null>(null)
  const { busy, make } = useSignalAct(signal, onClose)
  const others = pages.items.filter(({ id }) => id !== signal.id)
  return (
    <Sheet open title={texts.mergeTitle} onClose={onClose}>
      <Text className="h-note">{texts.mergeNote}</Text>
      <View className="g-scroll">
        <PagedList pages={pages} count={others.length} empty={<EmptyState title={texts.mergeNone} />}>
          {others.map(({ id, name, kind, people }) => (
            <Option
              key={id}
              title={name}
              note={`${kindName(kind)} · ${texts.people(people)}`}
              on={chosen === id}
              onPress={() => choose(id)}
            />
          ))}
        </PagedList>
      </View>
      <Button busy={busy} disabled={chosen === null} onPress={() => void make({ action: 'merge', otherId: chosen ?? '' }, texts.merged)}>
        {texts.confirm(texts.mergeDo)}
      </Button>
    </Sheet>
  )
}
