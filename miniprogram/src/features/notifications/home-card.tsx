import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { RegionSheet } from '@/components/region-sheet'
import { ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { queryClient, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { usePlace } from '@/lib/use-place'
import { texts } from './texts'

const Chosen = ({ code }: { code: string }) => <Text className="h-bold">{usePlace(code) || code}</Text>

/** Where one lives, for notices of the neighbourhood; nobody has to say. */
export const HomeCard = () => {
  const [choosing, setChoosing] = useState(false)
  const { busy, act } = useAct()
  const home = useCall('home.get', {})
  if (home.isPending) return <Loading cards={1} />
  if (home.isError) return <ErrorState error={home.error} onRetry={() => void home.refetch()} />
  const { regionCode } = home.data
  const put = (code: string | null) =>
    act(async () => {
      setChoosing(false)
      queryClient.setQueryData(['home.get', {}], await call('home.put', { body: { regionCode: code } }))
      toast(texts.saved)
    })
  return (
    <Card>
      <Text className="h-head h-block">{texts.homeTitle}</Text>
      <Text className="h-note h-block">{texts.homeNote}</Text>
      <View className="h-gapped">{regionCode ? <Chosen code={regionCode} /> : <Text className="h-soft">{texts.homeNone}</Text>}</View>
      <View className="h-row wrap h-pair">
        <Button look="ghost" busy={busy} onPress={() => setChoosing(true)}>
          {regionCode ? texts.homeChange : texts.homeChoose}
        </Button>
        {regionCode ? (
          <Button look="text" busy={busy} onPress={() => void put(null)}>
            {texts.homeClear}
          </Button>
        ) : null}
      </View>
      {choosing ? (
        <RegionSheet title={texts.homeTitle} until="village" onClose={() => setChoosing(false)} onPick={({ code }) => void put(code)} />
      ) : null}
    </Card>
  )
}
