import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import type { Output } from '@/lib/request'
import { dateOf, dayWords } from '@/lib/time'
import { BookingWords } from '../case/booking-words'
import { texts } from '../texts'
import { openBeside, openStaffCase } from '../views'
import { shortDate, weekDays } from './week'

type Session = Output<'bookings.calendar'>['items'][number]

const open = (caseId: string, wide: boolean): void => {
  if (wide) openBeside(caseId)
  else openStaffCase(caseId, false)
}

const Day = ({ date, sessions, wide }: { date: string; sessions: readonly Session[]; wide: boolean }) => (
  <View className="h-col">
    <View className="h-head">
      <Text>{`${dayWords(`${date}T12:00:00+08:00`)} ${shortDate(date)}`}</Text>
    </View>
    {sessions.map((session) => (
      <Card key={session.id} onPress={() => open(session.caseId, wide)}>
        <Text className="h-bold">{session.caseTitle}</Text>
        <BookingWords booking={session} mine />
        <Text className="h-note">{session.caseNumber}</Text>
      </Card>
    ))}
  </View>
)

/** A week's sessions, day by day. */
export const Sessions = ({ wide }: { wide: boolean }) => {
  const [week, setWeek] = useState(0)
  const days = weekDays(week)
  const from = days[0] ?? ''
  const to = days[6] ?? ''
  const list = useCall('bookings.calendar', { query: { from, to } }, { keep: true })
  const busy = days
    .map((date) => ({ date, sessions: (list.data?.items ?? []).filter(({ startsAt }) => dateOf(startsAt) === date) }))
    .filter(({ sessions }) => sessions.length > 0)
  return (
    <View className="h-col">
      <View className="h-row spread">
        <Button small look="ghost" onPress={() => setWeek(week - 1)}>
          {texts.previousWeek}
        </Button>
        <Text className="h-bold">{week === 0 ? texts.thisWeek : texts.week(shortDate(from), shortDate(to))}</Text>
        <Button small look="ghost" onPress={() => setWeek(week + 1)}>
          {texts.nextWeek}
        </Button>
      </View>
      {list.isPending ? <Loading cards={1} /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && busy.length === 0 ? <EmptyState title={texts.noSessions} note={texts.noSessionsNote} /> : null}
      {busy.map((day) => (
        <Day key={day.date} {...day} wide={wide} />
      ))}
    </View>
  )
}
