import type { CaseView } from '@shared/cases/schemas'
import type { BookingView } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { BookingFacts } from '@/features/mediation/booking-facts'
import { upcoming } from '@/features/mediation/booking-words'
import { KeepInCalendar } from '@/features/mediation/keep-in-calendar'
import { useBookingMove } from '@/features/mediation/use-booking-move'
import { open, replace } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { sideOf } from './people-words'
import { texts } from './texts'

/** The service tells the time's other parts a moment after somebody has joined. */
const REFRESH = 1_500
/** For so long a time that others have settled is not yet called settled for who has just joined: the question is on its way. */
const PATIENCE = 6_000

const toCase = (id: string) => replace('case', { id })

const Frame = ({ title, footer, children }: { title: string; footer: ReactNode; children?: ReactNode }) => (
  <Page title={texts.joinTitle} footer={footer}>
    <View className="h-title" role="status">
      <Text>{title}</Text>
    </View>
    {children}
  </Page>
)

/** One press settles the time that was proposed. */
const AskTime = ({ view, booking, onYes }: { view: CaseView; booking: BookingView; onYes: () => void }) => {
  const { busy, send } = useBookingMove(booking, onYes)
  const other = () => (booking.can.includes('reschedule') ? open('booking', { id: view.id, booking: booking.id }) : toCase(view.id))
  const footer = (
    <>
      <Button look="ghost" className="h-narrow" onPress={other}>
        {texts.welcomeOther}
      </Button>
      <Button busy={busy} onPress={() => send('confirm', '')}>
        {texts.welcomeYes}
      </Button>
    </>
  )
  return (
    <Frame title={texts.welcomeTitle} footer={footer}>
      <Card tone="soft">
        <Text className="h-head h-block">{texts.welcomeAsk}</Text>
        <BookingFacts booking={booking} side={sideOf(view)} big />
      </Card>
    </Frame>
  )
}

const Settled = ({ view, booking }: { view: CaseView; booking: BookingView }) => {
  const settled = booking.status === 'confirmed'
  return (
    <Frame
      title={settled ? texts.settledTitle : texts.waitingTitle}
      footer={<Button onPress={() => toCase(view.id)}>{texts.openCase}</Button>}
    >
      <Card tone="soft">
        <BookingFacts booking={booking} side={sideOf(view)} big />
      </Card>
      <Text>{settled ? texts.settledNote : texts.waitingNote}</Text>
      {settled ? <KeepInCalendar booking={booking} /> : null}
    </Frame>
  )
}

const NoTime = ({ view }: { view: CaseView }) => {
  if (!view.can.includes('book')) {
    return <Frame title={texts.welcomeTitle} footer={<Button onPress={() => toCase(view.id)}>{texts.openCase}</Button>} />
  }
  const footer = (
    <>
      <Button look="ghost" onPress={() => toCase(view.id)}>
        {texts.later}
      </Button>
      <Button onPress={() => open('booking', { id: view.id })}>{texts.bookNow}</Button>
    </>
  )
  return (
    <Frame title={texts.welcomeTitle} footer={footer}>
      <Text>{texts.welcomeBook}</Text>
    </Frame>
  )
}

const usePatience = (): boolean => {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return !over
}

/** Who has just agreed is asked about the time at once: nothing has to be looked for. `asked`: whether their yes is needed. */
export const JoinWelcome = ({ caseId, asked }: { caseId: string; asked: boolean }) => {
  const patient = usePatience()
  const [said, setSaid] = useState(false)
  const query = useCall('cases.get', { params: { id: caseId } }, { refetchInterval: REFRESH })
  const view = query.data
  if (!view) {
    return (
      <Page title={texts.joinTitle}>
        {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />}
      </Page>
    )
  }
  const { booking } = view
  if (!booking || !upcoming(booking)) return <NoTime view={view} />
  if (booking.can.includes('confirm')) return <AskTime view={view} booking={booking} onYes={() => setSaid(true)} />
  if (asked && patient && !said) {
    return (
      <Frame title={texts.welcomeTitle} footer={undefined}>
        <Loading cards={1} />
      </Frame>
    )
  }
  return <Settled view={view} booking={booking} />
}
