import type { SignalView } from '@shared/insight/schemas'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { texts } from '../texts'
import { MergeSheet } from './merge-sheet'
import { SplitSheet } from './split-sheet'
import { useSignalAct } from './use-signal-act'
import { WordsSheet } from './words-sheet'

const ACTS = ['rename', 'merge', 'split', 'mute'] as const
type Act = (typeof ACTS)[number]
const SHEETS = { rename: WordsSheet, mute: WordsSheet, merge: MergeSheet, split: SplitSheet } as const

/** What the reader may do with a signal; the service learns from it. */
export const ActsCard = ({ signal }: { signal: SignalView }) => {
  const [opened, setOpened] = useState<Act | null>(null)
  const close = () => setOpened(null)
  const { make } = useSignalAct(signal, close)
  const acts = ACTS.filter((act) => signal.can.includes(act))
  const Opened = opened ? SHEETS[opened] : null
  if (acts.length === 0 && !signal.can.includes('unmute')) return null
  return (
    <Card>
      <Text className="h-head">{texts.acts}</Text>
      {acts.map((act) => (
        <Entry key={act} title={texts[act]} onPress={() => setOpened(act)} />
      ))}
      {signal.can.includes('unmute') ? (
        <Entry title={texts.unmute} onPress={() => void make({ action: 'unmute' }, texts.unmutedSaid)} />
      ) : null}
      {Opened && opened ? <Opened signal={signal} act={opened} onClose={close} /> : null}
    </Card>
  )
}
