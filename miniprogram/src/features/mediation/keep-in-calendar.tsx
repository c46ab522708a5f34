import { type BookingView, MODE_NAMES } from '@shared/mediation/schemas'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { toast } from '@/components/toast'
import { saveFile } from '@/lib/save-file'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000)

const inWeChat = async ({ startsAt, endsAt, venue, mode }: BookingView): Promise<void> => {
  const location = venue ? `${venue.name} ${venue.room} ${venue.address}` : MODE_NAMES[mode]
  try {
    await Taro.addPhoneCalendar({
      title: texts.session,
      startTime: seconds(startsAt),
      endTime: String(seconds(endsAt)),
      location,
      alarm: true,
      alarmOffset: 3600,
    })
    toast(texts.calendarAdded)
  } catch {
    toast(texts.calendarFailed)
  }
}

/** The appointment in the telephone's own calendar: a file in a browser, straight in from WeChat. No names go along. */
export const KeepInCalendar = ({ booking }: { booking: BookingView }) => {
  const { busy, act } = useAct()
  const keep = () =>
    act(() =>
      process.env.TARO_ENV === 'h5' ? saveFile('bookings.ics', { params: { id: booking.id } }, texts.calendarFile) : inWeChat(booking),
    )
  return (
    <Button look="ghost" busy={busy} onPress={() => void keep()}>
      {texts.calendar}
    </Button>
  )
}
