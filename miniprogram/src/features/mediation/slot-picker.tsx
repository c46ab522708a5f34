import type { SlotView } from '@shared/mediation/schemas'
import { ScrollView, Text, View } from '@tarojs/components'
import { Pick } from '@/components/option'
import { pressable } from '@/components/pressable'
import { clockOf, dayOfMonth, dayWords, weekdayOf } from '@/lib/time'
import { daysFrom, halves } from './slot-words'
import { texts } from './texts'

type Day = ReturnType<typeof daysFrom>[number]

const DayBox = ({ day, on, onPress }: { day: Day; on: boolean; onPress: () => void }) => {
  const full = day.slots.length === 0
  const words = (full ? texts.fullDay : texts.freeDay)(weekdayOf(day.at), dayOfMonth(day.at))
  const near = dayWords(day.at)
  return (
    <View className={`h-day ${on ? 'on' : ''} ${full ? 'full' : ''}`} {...pressable(onPress, { role: 'radio', on, label: words })}>
      <Text className="h-note">{near.startsWith('今') || near.startsWith('明') ? near : weekdayOf(day.at)}</Text>
      <Text className="h-day-number">{dayOfMonth(day.at)}</Text>
    </View>
  )
}

const Half = ({
  title,
  slots,
  chosen,
  onPick,
}: {
  title: string
  slots: SlotView[]
  chosen: string | null
  onPick: (slot: SlotView) => void
}) =>
  slots.length === 0 ? null : (
    <>
      <Text className="h-head">{title}</Text>
      <View className="h-picks">
        {slots.map((slot) => (
          <Pick key={slot.startsAt} title={clockOf(slot.startsAt)} on={slot.startsAt === chosen} onPress={() => onPick(slot)} />
        ))}
      </View>
    </>
  )

interface Props {
  slots: readonly SlotView[]
  /** The chosen day, as `2026-11-26`; null: the first with something free. */
  day: string | null
  /** The chosen time's start. */
  chosen: string | null
  onDay: (day: string) => void
  onPick: (slot: SlotView) => void
}

/** Days in a row, the times of the chosen one below. */
export const SlotPicker = ({ slots, day, chosen, onDay, onPick }: Props) => {
  const days = daysFrom(Date.now(), slots)
  const shown = days.find(({ date }) => date === day) ?? days.find((each) => each.slots.length > 0)
  const { morning, afternoon } = halves(shown?.slots ?? [])
  return (
    <>
      <ScrollView scrollX className="h-days" enhanced showScrollbar={false}>
        <View className="h-days-row" role="radiogroup">
          {days.map((each) => (
            <DayBox key={each.date} day={each} on={each.date === shown?.date} onPress={() => onDay(each.date)} />
          ))}
        </View>
      </ScrollView>
      {shown && shown.slots.length === 0 ? <Text className="h-soft">{texts.noneDay}</Text> : null}
      <Half title={texts.morning} slots={morning} chosen={chosen} onPick={onPick} />
      <Half title={texts.afternoon} slots={afternoon} chosen={chosen} onPick={onPick} />
    </>
  )
}
