import { type BookingView, MODE_NAMES } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { standing } from '@/features/mediation/booking-words'
import { clockOf, fullTimeWords } from '@/lib/time'

/** When, how and where a session is. */
export const BookingWords = ({ booking }: { booking: BookingView }) => (
  <View>
    <View className="h-row spread wrap">
      <Text className="h-bold h-nowrap">{`${fullTimeWords(booking.startsAt)}–${clockOf(booking.endsAt)}`}</Text>
      <Chip tone={booking.status === 'confirmed' ? 'bamboo' : booking.status === 'proposed' ? 'amber' : 'neutral'}>
        {standing(booking)}
      </Chip>
    </View>
    <Text className="h-note">
      {[MODE_NAMES[booking.mode], booking.venue?.name, booking.venue?.room, booking.venue?.address].filter(Boolean).join(' · ')}
    </Text>
  </View>
)
