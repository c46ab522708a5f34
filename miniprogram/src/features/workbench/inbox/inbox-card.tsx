import type { CaseItem } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { pressable } from '@/components/pressable'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { usePlace } from '@/lib/use-place'
import { RiskChip } from '../case/risk-words'
import { texts } from '../texts'
import { deadlineWords, dueWords, isPressing, statusWords, TONES, urgencyOf } from '../urgency'
import type { Intent } from '../views'

interface Props {
  item: CaseItem
  on: boolean
  onOpen: (intent?: Intent) => void
  /** Whether buttons are shown on cards that wait for the reader. */
  quick: boolean
  /** Whether to say whose case it is: in the own inbox everybody knows. */
  owned?: boolean
}

const Quick = ({ item, onOpen }: Pick<Props, 'item' | 'onOpen'>) => {
  const { busy, act } = useAct()
  const accept = () =>
    act(async () => {
      await call('cases.move', { params: { id: item.id }, body: { move: 'accept', revision: item.revision } })
      toast(texts.accepted)
      await invalidate('cases.list', 'cases.get')
    })
  const first = item.can.includes('accept') ? (
    <Button busy={busy} onPress={accept}>
      {texts.accept}
    </Button>
  ) : item.can.includes('assign') ? (
    <Button onPress={() => onOpen('assign')}>{texts.assign}</Button>
  ) : item.can.includes('answer') ? (
    <Button onPress={() => onOpen('answer')}>{texts.answer}</Button>
  ) : null
  const reply = item.can.includes('message') ? (
    <Button look={first ? 'ghost' : 'primary'} onPress={() => onOpen('talk')}>
      {texts.reply}
    </Button>
  ) : null
  const call_ =
    item.can.includes('message') && !first ? (
      <Button look="ghost" onPress={() => onOpen('call')}>
        {texts.call}
      </Button>
    ) : null
  return first || reply ? (
    <View className="h-row w-quick">
      {first}
      {reply}
      {call_}
    </View>
  ) : null
}

/** One case in a list: what, where, by when, and what waits for the reader. */
export const InboxCard = ({ item, on, onOpen, quick, owned = false }: Props) => {
  const place = usePlace(item.regionCode)
  const urgency = urgencyOf(item)
  const due = deadlineWords(item)
  // with the clock stopped the date says nothing
  const timed = item.deadline !== null && item.light !== 'none'
  const [state, next] = [statusWords(item), dueWords(item)]
  const line = [place, timed || next !== state ? next : '', owned ? item.assignee?.name : ''].filter(Boolean).join(' · ')
  return (
    <View className={`h-card w-item ${urgency} ${on ? 'on' : ''}`}>
      <View className="w-item-open" {...pressable(() => onOpen())}>
        <View className="h-row spread top">
          <Text className="h-head h-grow">{item.title}</Text>
          <RiskChip item={item} />
          <Chip tone={TONES[urgency]}>{timed ? due : state}</Chip>
        </View>
        <View>
          <Text className="h-note">{`${item.number} · ${line}`}</Text>
        </View>
      </View>
      {quick && isPressing(item) ? <Quick item={item} onOpen={onOpen} /> : null}
    </View>
  )
}
