import type { DutyView } from '@shared/dispatch/routing'
import { ROLE_NAMES } from '@shared/identity/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { DateField } from '@/components/date-field'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { TimeField } from '@/components/time-field'
import { dateOf } from '@/lib/time'
import { type Entry, isOvernight, spanOf } from './roster'
import { texts } from './texts'

/** From this many on one searches instead of scrolling. */
const MANY = 8

/** Somebody's hours on a day, into the next one if they end earlier than they begin. */
export const ShiftSheet = ({
  people,
  onClose,
  onDone,
}: {
  people: DutyView['people']
  onClose: () => void
  onDone: (entry: Entry) => void
}) => {
  const [search, setSearch] = useState('')
  const [personId, choose] = useState<string | null>(null)
  const [day, setDay] = useState(dateOf(Date.now()))
  const [from, setFrom] = useState('18:00')
  const [until, setUntil] = useState('09:00')
  const person = people.find((each) => each.personId === personId)
  return (
    <Sheet open title={texts.addTitle} onClose={onClose}>
      <View className="h-col tight" role="radiogroup" aria-label={texts.who}>
        <Text className="h-bold">{texts.who}</Text>
        {people.length > MANY ? <Field value={search} onChange={setSearch} max={20} placeholder={texts.search} /> : null}
        <View className="h-col tight w-scroll">
          {people
            .filter(({ name }) => name.includes(search.trim()))
            .map(({ personId: id, name, role }) => (
              <Option key={id} title={name} note={ROLE_NAMES[role]} on={id === personId} onPress={() => choose(id)} />
            ))}
        </View>
      </View>
      <DateField label={texts.day} value={day} onChange={setDay} min={dateOf(Date.now())} />
      <View className="r-times">
        <TimeField label={texts.from} value={from} onChange={setFrom} />
        <TimeField label={texts.until} value={until} onChange={setUntil} />
      </View>
      {isOvernight(from, until) ? <Text className="h-note">{texts.nextDay}</Text> : null}
      <View className="h-stick">
        <Button
          disabled={!person || !day}
          onPress={() => (person ? onDone({ personId: person.personId, name: person.name, ...spanOf(day, from, until) }) : undefined)}
        >
          {texts.add}
        </Button>
      </View>
    </Sheet>
  )
}
