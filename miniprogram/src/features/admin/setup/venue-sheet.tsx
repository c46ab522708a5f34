import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Entry } from '@/components/entry'
import { Field } from '@/components/field'
import { type Place, RegionSheet } from '@/components/region-sheet'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { Toggle } from '@/components/toggle'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { useAdminRegions } from '../admin-regions'
import { texts } from '../texts'

interface Room {
  name: string
  seats: string
}

const seatsOf = (room: Room): number => Math.min(200, Math.max(1, Number.parseInt(room.seats, 10) || 1))

const Rooms = ({ rooms, onChange }: { rooms: readonly Room[]; onChange: (rooms: Room[]) => void }) => {
  const set = (at: number, part: Partial<Room>) => onChange(rooms.map((room, index) => (index === at ? { ...room, ...part } : room)))
  return (
    <View className="h-col">
      <Text className="h-bold">{texts.venueRooms}</Text>
      {rooms.map((room, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rooms being typed have nothing else to be known by, and none is taken out
        <View className="h-row a-room" key={index}>
          <View className="h-grow">
            <Field value={room.name} onChange={(name) => set(index, { name })} max={30} placeholder={texts.roomName} />
          </View>
          <View className="a-seats">
            <Field value={room.seats} onChange={(seats) => set(index, { seats })} max={3} type="number" placeholder={texts.roomSeats} />
          </View>
        </View>
      ))}
      <Button small look="text" disabled={rooms.length >= 20} onPress={() => onChange([...rooms, { name: '', seats: '' }])}>
        {texts.addRoom}
      </Button>
    </View>
  )
}

/** A new venue with its rooms. */
export const VenueSheet = ({ onClose: onDone }: { onClose: () => void }) => {
  const within = useAdminRegions()
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [place, setPlace] = useState<Place | null>(within[0] ?? null)
  const [accessible, setAccessible] = useState(false)
  const [rooms, setRooms] = useState<Room[]>([{ name: '', seats: '8' }])
  const [choosing, setChoosing] = useState(false)
  const { busy, act } = useAct()
  const named = rooms.filter((room) => room.name.trim())
  const ready = name.trim() !== '' && address.trim() !== '' && place !== null && named.length > 0
  const save = () =>
    act(async (key) => {
      const body = {
        name: name.trim(),
        address: address.trim(),
        regionCode: place?.code ?? '',
        accessible,
        rooms: named.map((room) => ({ name: room.name.trim(), seats: seatsOf(room) })),
      }
      await call('venues.create', { body, key })
      toast(texts.saved)
      onDone()
      await invalidate('venues.list')
    })
  const pick = (picked: Place) => {
    setPlace(picked)
    setChoosing(false)
  }
  if (choosing) return <RegionSheet title={texts.region} within={within} onClose={() => setChoosing(false)} onPick={pick} />
  return (
    <Sheet open title={texts.addVenue} onClose={onDone}>
      <Field label={texts.venueName} value={name} onChange={setName} max={60} />
      <Field label={texts.venueAddress} value={address} onChange={setAddress} max={120} />
      <Entry title={texts.region} note={place?.name ?? texts.regionPick} onPress={() => setChoosing(true)} />
      <Toggle title={texts.accessible} on={accessible} onChange={setAccessible} />
      <Rooms rooms={rooms} onChange={setRooms} />
      {ready ? null : <Text className="h-note">{texts.nothingMissing}</Text>}
      <Button busy={busy} disabled={!ready} onPress={save}>
        {texts.save}
      </Button>
    </Sheet>
  )
}
