import { type BookingView, MODE_NAMES } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { clockOf, fullTimeWords, timeWords } from '@/lib/time'
import { texts } from '../texts'
import { standingOf } from './booking-state'

/** Whose word is missing, who did not come, until when it can still be changed. */
const notesOf = (booking: BookingView, mine: boolean): string[] => {
  const speakers = mine ? texts.speakers : texts.speakersSeen
  const { status, waitsFor, absent, heldUntil, changeableUntil } = booking
  const notes: string[] = []
  if (status === 'held' && heldUntil) notes.push(texts.heldUntil(clockOf(heldUntil)))
  if (status === 'proposed' && waitsFor.length > 0) notes.push(texts.waitsFor(waitsFor.map((each) => speakers[each]).join('、')))
  if (absent.length > 0) notes.push(texts.absentWere(absent.map((each) => texts.absent[each]).join('、')))
  const open = status === 'proposed' || status === 'confirmed'
  if (open && Date.parse(changeableUntil) > Date.now()) notes.push(texts.changeableUntil(timeWords(changeableUntil)))
  return notes
}

/** When, how and where a session is; `mine`: whether the reader is its mediator. */
export const BookingWords = ({ booking, mine }: { booking: BookingView; mine: boolean }) => (
  <View>
    <View className="h-row spread wrap">
      <Text className="h-bold h-nowrap">{`${fullTimeWords(booking.startsAt)}–${clockOf(booking.endsAt)}`}</Text>
      <Chip tone={booking.status === 'confirmed' ? 'bamboo' : booking.status === 'proposed' ? 'amber' : 'neutral'}>
        {standingOf(booking, mine)}
      </Chip>
    </View>
    <Text className="h-note">
      {[MODE_NAMES[booking.mode], booking.venue?.name, booking.venue?.room, booking.venue?.address].filter(Boolean).join(' · ')}
    </Text>
    {notesOf(booking, mine).map((note) => (
      <View key={note}>
        <Text className="h-note">{note}</Text>
      </View>
    ))}
  </View>
)
