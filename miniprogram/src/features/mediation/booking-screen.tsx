import type { CaseView } from '@shared/cases/schemas'
import type { BookingView, SlotView } from '@shared/mediation/schemas'
import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { Toggle } from '@/components/toggle'
import { sideOf } from '@/features/parties/people-words'
import { back } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { dateOf, timeWords } from '@/lib/time'
import { HeldCard } from './booking-card'
import { BookingFacts } from './booking-facts'
import { Modes, Venues, WithWhom } from './booking-parts'
import { upcoming } from './booking-words'
import { SlotPicker } from './slot-picker'
import { DAYS_AHEAD, oneOfEach } from './slot-words'
import { texts } from './texts'
import { useChoice, useHold, useReschedule } from './use-booking'
import { WaitingCard } from './waiting-card'

type Choice = ReturnType<typeof useChoice>

const useSlots = (id: string, { mode, any }: Choice) => {
  const [from] = useState(() => dateOf(Date.now()))
  const [to] = useState(() => dateOf(Date.now() + DAYS_AHEAD * 86_400_000))
  const query = { from, to, mode, ...(any ? { mediator: 'any' as const } : {}) }
  return useCall('slots.list', { params: { id }, query }, { keep: true })
}

interface ChooserProps {
  view: CaseView | undefined
  choice: Choice
  slots: ReturnType<typeof useSlots>
  /** The appointment to be moved, if there is one. */
  moving: boolean
}

/** A day, a time, a way to talk, a place, and with whom where that can be chosen. */
const Chooser = ({ view, choice, slots, moving }: ChooserProps) => {
  const all: SlotView[] = slots.data?.items ?? []
  const free = oneOfEach(all, view?.assignee?.id)
  const { slot } = choice
  const offers = slot ? all.filter(({ startsAt }) => startsAt === slot.startsAt) : []
  return (
    <>
      <Text className="h-title">{texts.which}</Text>
      {slots.isPending ? <Loading /> : null}
      {slots.isError ? <ErrorState error={slots.error} onRetry={() => void slots.refetch()} /> : null}
      {slots.data && free.length === 0 ? (
        <Card tone="sky">
          <Text className="h-bold">{texts.noneTitle}</Text>
          <Text className="h-note h-block">{texts.noneNote}</Text>
        </Card>
      ) : null}
      {free.length > 0 ? (
        <SlotPicker slots={free} day={choice.day} chosen={slot?.startsAt ?? null} onDay={choice.pickDay} onPick={choice.pickSlot} />
      ) : null}
      {slot && choice.any && offers.length > 0 ? (
        <WithWhom offers={offers} chosen={slot} current={view?.assignee?.id} onPick={choice.pickSlot} />
      ) : null}
      <Modes mode={choice.mode} onPick={choice.pickMode} />
      {slot && choice.mode === 'onsite' && view ? (
        <Venues regionCode={view.regionCode} slot={slot} venueId={choice.venueId} onPick={choice.setVenueId} />
      ) : null}
      {moving ? <Toggle title={texts.anyMediator} note={texts.anyMediatorNote} on={choice.any} onChange={choice.pickAny} /> : null}
      <Text className="h-note">{texts.promise}</Text>
      {view ? <WaitingCard caseId={view.id} mode={choice.mode} mayJoin={view.can.includes('book')} /> : null}
    </>
  )
}

const useFooter = (id: string, bookingId: string | undefined, choice: Choice, onHeld: (booking: BookingView) => void): ReactNode => {
  const hold = useHold(id, choice, onHeld)
  const move = useReschedule(bookingId ?? '', choice, choice.slot?.mediator?.id)
  const when = choice.slot ? timeWords(choice.slot.startsAt) : ''
  const words = bookingId ? texts.confirmReschedule(when) : texts.confirm(when)
  return (
    <Button disabled={!choice.slot} busy={hold.busy || move.busy} onPress={bookingId ? move.reschedule : hold.hold}>
      {choice.slot ? words : texts.chooseTime}
    </Button>
  )
}

/** Finds a time: chosen, kept for five minutes, settled; or moves the one that there is. */
export const BookingScreen = () => {
  const { id = '', booking: bookingId } = useRouter().params
  const choice = useChoice()
  const slots = useSlots(id, choice)
  const query = useCall('cases.get', { params: { id } }, { staleTime: 1_000 })
  const [thinking, setThinking] = useState(false)
  const view = query.data
  const held = thinking && view?.booking?.status === 'held' && view.booking.can.includes('confirm') ? view.booking : null
  const footer = useFooter(id, bookingId, choice, () => setThinking(true))
  const settled = thinking && view?.booking && upcoming(view.booking) && view.booking.status !== 'held' ? view.booking : null
  const who = view?.assignee?.name
  const title = bookingId ? texts.titleReschedule : texts.title
  const chip = who ? <Chip tone="outline">{who}</Chip> : undefined
  if (view && settled) {
    return (
      <Page title={title} footer={<Button onPress={back}>{texts.done}</Button>}>
        <Text className="h-title">{texts.booked}</Text>
        <Card tone="soft">
          <BookingFacts booking={settled} side={sideOf(view)} big />
        </Card>
        <Text>{texts.bookedNote}</Text>
      </Page>
    )
  }
  return (
    <Page title={title} footer={held ? undefined : footer} right={chip}>
      {held ? (
        <HeldCard booking={held} onBack={() => setThinking(false)} />
      ) : (
        <Chooser view={view} choice={choice} slots={slots} moving={bookingId !== undefined} />
      )}
    </Page>
  )
}
