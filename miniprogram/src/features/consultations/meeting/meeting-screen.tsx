import { Text, View } from '@tarojs/components'
import { Page } from '@/components/page'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { askLogin } from '@/lib/navigate'
import { useApp } from '@/lib/store'
import { useWide } from '@/lib/wide'
import { texts } from '../texts'
import { MeetingCard } from '../topic/meeting-card'
import { type PartProps, useTopic } from '../use-topic'
import { AttendeesCard } from './attendees-card'
import { MinutesCard } from './minutes-card'
import { WallCard } from './wall-card'
import '@/features/workbench/workbench.css'
import '../consultations.css'

/** People arrive by the minute. */
const EVERY = 10_000

const Figure = ({ name, value }: { name: string; value: number }) => (
  <View className="h-card c-figure">
    <Text className="h-note">{name}</Text>
    <View className="c-number">
      <Text>{value}</Text>
    </View>
  </View>
)

const Hall = ({ part, wide }: { part: PartProps; wide: boolean }) => {
  const { meeting, can, title } = part.view
  if (!meeting) return <EmptyState title={texts.hallNone} note={texts.hallNoneNote} />
  return (
    <>
      <Text className="h-title">{title}</Text>
      <View className="c-figures">
        <Figure name={texts.signedNumber} value={meeting.taken} />
        <Figure name={texts.cameNumber} value={meeting.checkedIn} />
        <Figure name={texts.waitingNumber} value={meeting.waiting} />
      </View>
      <View className={wide ? 'w-columns' : 'h-col'}>
        <View className="h-col w-column">
          {can.includes('checkInOthers') ? <WallCard view={part.view} /> : null}
          <MeetingCard {...part} />
          {can.includes('writeMinutes') || part.view.minutes ? <MinutesCard {...part} /> : null}
        </View>
        <View className="h-col w-column side">{can.includes('seeAttendees') ? <AttendeesCard {...part} every={EVERY} /> : null}</View>
      </View>
    </>
  )
}

/** The meeting as those see it who hold it: who comes, the code on the wall, the minutes. */
export const MeetingScreen = ({ id }: { id: string }) => {
  const status = useApp((state) => state.status)
  const wide = useWide() && process.env.TARO_ENV === 'h5'
  const { query, part } = useTopic(id, EVERY)
  return (
    <Page title={texts.hallTitle} className={wide ? 'c-hall' : ''}>
      {status === 'out' ? (
        <EmptyState title={texts.loginTitle} note={texts.loginNote} action={texts.login} onAction={askLogin} />
      ) : part ? (
        <Hall part={part} wide={wide} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading cards={3} />
      )}
    </Page>
  )
}
