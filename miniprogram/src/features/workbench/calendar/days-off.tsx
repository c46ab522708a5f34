import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Pick } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { weekdayOf } from '@/lib/time'
import { texts } from '../texts'
import { daysToCome, shortDate } from './week'

const AHEAD = 42

const name = (date: string): string => `${shortDate(date)} ${weekdayOf(`${date}T12:00:00+08:00`)}`

/** Days on which nobody can book although the week says so. */
export const DaysOff = ({ days, onChange }: { days: readonly string[]; onChange: (days: string[]) => void }) => {
  const [open, setOpen] = useState(false)
  const toggle = (date: string) => onChange(days.includes(date) ? days.filter((each) => each !== date) : [...days, date].sort())
  const coming = daysToCome(AHEAD)
  const shown = days.filter((date) => date >= (coming[0] ?? ''))
  return (
    <Card>
      <View className="h-row spread">
        <View className="h-grow">
          <Text className="h-bold">{texts.daysOff}</Text>
          <View>
            <Text className="h-note">{shown.length > 0 ? shown.map(name).join('、') : texts.noDaysOff}</Text>
          </View>
        </View>
        <Button small look="ghost" onPress={() => setOpen(true)}>
          {texts.chooseDate}
        </Button>
      </View>
      <Sheet open={open} title={texts.daysOff} onClose={() => setOpen(false)}>
        <View className="h-row wrap w-slots w-scroll">
          {coming.map((date) => (
            <Pick key={date} title={name(date)} on={days.includes(date)} onPress={() => toggle(date)} />
          ))}
        </View>
        <Button onPress={() => setOpen(false)}>{texts.done}</Button>
      </Sheet>
    </Card>
  )
}
