import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { queryClient, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'

const KEY = ['calendarFeed.get', {}]

const RenewSheet = ({ onClose }: { onClose: () => void }) => {
  const { busy, act } = useAct()
  const renew = () =>
    act(async () => {
      queryClient.setQueryData(KEY, await call('calendarFeed.renew', {}))
      onClose()
    })
  return (
    <Sheet open title={texts.feedRenew} onClose={onClose}>
      <Text>{texts.feedRenewAsk}</Text>
      <Button busy={busy} onPress={() => void renew()}>
        {texts.feedRenew}
      </Button>
    </Sheet>
  )
}

/** The secret address by which a mediator's sessions appear in other calendars. */
export const FeedCard = () => {
  const feed = useCall('calendarFeed.get', {}, { staleTime: 600_000 })
  const [renewing, setRenewing] = useState(false)
  const { busy, act } = useAct()
  if (!feed.data) return null
  const { url } = feed.data
  const make = () => act(async () => void queryClient.setQueryData(KEY, await call('calendarFeed.renew', {})))
  return (
    <Card>
      <View className="h-head">
        <Text>{texts.feed}</Text>
      </View>
      <Text className="h-note">{texts.feedNote}</Text>
      {url ? (
        <>
          <View className="w-quote">
            <Text className="w-address" userSelect>
              {url}
            </Text>
          </View>
          <View className="h-row w-quick">
            <Button look="ghost" onPress={() => void Taro.setClipboardData({ data: url })}>
              {texts.feedCopy}
            </Button>
            <Button look="text" onPress={() => setRenewing(true)}>
              {texts.feedRenew}
            </Button>
          </View>
        </>
      ) : (
        <View className="w-after">
          <Button look="ghost" busy={busy} onPress={() => void make()}>
            {texts.feedMake}
          </Button>
        </View>
      )}
      {renewing ? <RenewSheet onClose={() => setRenewing(false)} /> : null}
    </Card>
  )
}
