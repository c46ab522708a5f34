import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { useAdminRegions } from '../admin-regions'
import { texts } from '../texts'
import { VenueSheet } from './venue-sheet'

/** The places where sessions are held. */
export const VenuesPart = () => {
  const region = useAdminRegions()[0]
  const list = useCall('venues.list', { query: region ? { regionCode: region.code } : {} })
  const [adding, setAdding] = useState(false)
  const items = list.data?.items ?? []
  return (
    <View className="h-col">
      <Button onPress={() => setAdding(true)}>{texts.addVenue}</Button>
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? <EmptyState title={texts.noVenues} /> : null}
      {items.map(({ id, name, address, rooms, accessible }) => (
        <Card key={id}>
          <View className="h-row spread top">
            <Text className="h-bold h-grow">{name}</Text>
            {accessible ? <Chip>{texts.accessible}</Chip> : null}
          </View>
          <Text className="h-note">{[address, texts.rooms(rooms.length), rooms.map((room) => room.name).join('、')].join(' · ')}</Text>
        </Card>
      ))}
      {adding ? <VenueSheet onClose={() => setAdding(false)} /> : null}
    </View>
  )
}
