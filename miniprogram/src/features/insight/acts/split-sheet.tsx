import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Option } from '@/components/option'
import { PagedList } from '@/components/paged-list'
import { Sheet } from '@/components/sheet'
import { EmptyState } from '@/components/states'
import { usePages } from '@/lib/query'
import { texts } from '../texts'
import { useSignalAct } from './use-signal-act'
import type { ActProps } from './words-sheet'

const MOST = 100
const SHOWN = 80

const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

/** Says which wordings are about something else. */
export const SplitSheet = ({ signal, onClose }: ActProps) => {
  const pages = usePages('signals.wordings', { params: { id: signal.id }, query: {} })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { busy, make } = useSignalAct(signal, onClose)
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id].slice(0, MOST))
  return (
    <Sheet open title={texts.splitTitle} onClose={onClose}>
      <Text className="h-note">{texts.splitNote}</Text>
      <View className="g-scroll">
        <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.noWordings} />}>
          {pages.items.map(({ id, text }) => (
            <Option key={id} many title={shortened(text)} on={chosen.includes(id)} onPress={() => toggle(id)} />
          ))}
        </PagedList>
      </View>
      <Button
        busy={busy}
        disabled={chosen.length === 0}
        onPress={() => void make({ action: 'split', wordingIds: [...chosen] }, texts.splitDone)}
      >
        {texts.splitDo(chosen.length)}
      </Button>
    </Sheet>
  )
}
