import type { BriefCard as Item } from '@shared/briefs/schemas'
import { BRIEF_STATE_NAMES } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { timeWords } from '@/lib/time'
import { cardLine, openDue, toneOf } from '../brief-words'
import { texts } from '../texts'

const DUE_TONES = { late: 'seal', soon: 'amber', fine: 'outline' } as const

interface Props {
  item: Item
  onOpen: () => void
  /** The one that stands beside the list. */
  on?: boolean
}

/** One brief of a list: what about, where it stands, whose, and by when an answer is due. */
export const BriefCard = ({ item, onOpen, on = false }: Props) => {
  const due = openDue(item)
  return (
    <Card onPress={onOpen} className={`b-item ${due ? due.state : ''} ${on ? 'on' : ''}`}>
      <View className="h-row spread top">
        <Text className="h-bold h-grow">{item.title}</Text>
        <Chip tone={toneOf(item.state)}>{BRIEF_STATE_NAMES[item.state]}</Chip>
      </View>
      <Text className="h-note h-block">{cardLine(item)}</Text>
      <View className="h-row spread">
        <Text className="h-note">{texts.updated(timeWords(item.updatedAt))}</Text>
        {due ? <Chip tone={DUE_TONES[due.state]}>{texts.due(due.words)}</Chip> : null}
      </View>
    </Card>
  )
}
