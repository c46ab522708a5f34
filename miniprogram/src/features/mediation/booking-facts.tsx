import { type BookingView, MODE_NAMES } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { clockOf, fullTimeWords } from '@/lib/time'
import { type Side, waitsWords } from './booking-words'
import { texts } from './texts'

type Facts = Pick<BookingView, 'startsAt' | 'endsAt' | 'mode' | 'venue' | 'mediator' | 'waitsFor'>

/** When, where, how, with whom, and whose yes is missing. */
export const BookingFacts = ({ booking, side, big = false }: { booking: Facts; side: Side; big?: boolean }) => {
  const { startsAt, endsAt, mode, venue, mediator, waitsFor } = booking
  const place = venue ? [texts.room(venue.name, venue.room), venue.address].join('，') : ''
  return (
    <View className="h-col tight">
      <Text className={big ? 'h-title' : ''}>{`${fullTimeWords(startsAt)}–${clockOf(endsAt)}`}</Text>
      <Text className={big ? '' : 'h-note'}>{[MODE_NAMES[mode], place, texts.mediator(mediator.name)].filter(Boolean).join(' · ')}</Text>
      {waitsFor.length > 0 ? <Text className="h-note">{texts.waitsFor(waitsWords(waitsFor, side))}</Text> : null}
    </View>
  )
}
