import { MODE_NAMES, MODES, type Mode, type SlotView } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Option, Pick } from '@/components/option'
import { Page } from '@/components/page'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { dateOf, timeWords } from '@/lib/time'
import { SlotPicker } from './slot-picker'
import { DAYS_AHEAD } from './slot-words'
import { MODE_NOTES, texts } from './texts'
import { useBook, useChoice } from './use-booking'

const Modes = ({ mode, onPick }: { mode: Mode; onPick: (mode: Mode) => void }) => (
  <>
    <Text className="h-head">{texts.how}</Text>
    <View className="h-picks" role="radiogroup">
      {MODES.map((each) => (
        <Pick key={each} title={MODE_NAMES[each]} on={each === mode} onPress={() => onPick(each)} />
      ))}
    </View>
    <Text className="h-note">{MODE_NOTES[mode]}</Text>
  </>
)

interface VenueProps {
  regionCode: string
  slot: SlotView
  venueId: string | null
  onPick: (id: string) => void
}

const Venues = ({ regionCode, slot, venueId, onPick }: VenueProps) => {
  const venues = useCall('venues.list', { query: { regionCode } }, { staleTime: 600_000 })
  const free = (venues.data?.items ?? []).filter(({ id }) => slot.venueIds.includes(id))
  const chosen = venueId ?? slot.venueIds[0]
  const note = (address: string, accessible: boolean) => [address, accessible ? texts.accessible : ''].filter(Boolean).join(' · ')
  const only = free.length === 1 ? free[0] : undefined
  if (only) {
    return (
      <Card>
        <Text className="h-bold">{only.name}</Text>
        <View>
          <Text className="h-note">{note(only.address, only.accessible)}</Text>
        </View>
      </Card>
    )
  }
  return free.length === 0 ? null : (
    <>
      <Text className="h-head">{texts.where}</Text>
      {free.map(({ id, name, address, accessible }) => (
        <Option key={id} title={name} note={note(address, accessible)} on={id === chosen} onPress={() => onPick(id)} />
      ))}
    </>
  )
}

/** A day, a time, a way to talk, a place; one press books it. */
export const BookingScreen = () => {
  const { id = '', booking } = useRouter().params
  const choice = useChoice()
  const [from] = useState(() => dateOf(Date.now()))
  const [to] = useState(() => dateOf(Date.now() + DAYS_AHEAD * 86_400_000))
  const slots = useCall('slots.list', { params: { id }, query: { from, to, mode: choice.mode } }, { keep: true })
  const view = useCall('cases.get', { params: { id } }, { staleTime: 60_000 })
  const { busy, book } = useBook(id, booking, choice)
  const free = slots.data?.items ?? []
  const when = choice.slot ? timeWords(choice.slot.startsAt) : ''
  const footer = (
    <Button disabled={!choice.slot} busy={busy} onPress={book}>
      {choice.slot ? (booking ? texts.confirmReschedule(when) : texts.confirm(when)) : texts.chooseTime}
    </Button>
  )
  const who = view.data?.assignee?.name
  return (
    <Page title={booking ? texts.titleReschedule : texts.title} footer={footer} right={who ? <Chip tone="outline">{who}</Chip> : undefined}>
      <Text className="h-title">{texts.which}</Text>
      {slots.isPending ? <Loading /> : null}
      {slots.isError ? <ErrorState error={slots.error} onRetry={() => void slots.refetch()} /> : null}
      {slots.data && free.length === 0 ? <EmptyState title={texts.noneTitle} note={texts.noneNote} /> : null}
      {free.length > 0 ? (
        <SlotPicker slots={free} day={choice.day} chosen={choice.slot?.startsAt ?? null} onDay={choice.pickDay} onPick={choice.pickSlot} />
      ) : null}
      <Modes mode={choice.mode} onPick={choice.pickMode} />
      {choice.slot && choice.mode === 'onsite' && view.data ? (
        <Venues regionCode={view.data.regionCode} slot={choice.slot} venueId={choice.venueId} onPick={choice.setVenueId} />
      ) : null}
      <Text className="h-note">{texts.promise}</Text>
    </Page>
  )
}
