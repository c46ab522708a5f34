import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { pressable } from '@/components/pressable'
import { ErrorState, Loading } from '@/components/states'
import { CaseCard } from '@/features/cases/case-card'
import { askLogin, openTab } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import { texts } from './texts'

const SHOWN = 3

const Latest = () => {
  const cases = useCall('cases.list', { query: { view: 'mine', limit: SHOWN } })
  if (cases.isPending) return <Loading cards={1} />
  if (cases.isError && !cases.data) return <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />
  const items = cases.data?.items ?? []
  return items.length === 0 ? (
    <Card>
      <Text className="h-soft">{texts.none}</Text>
    </Card>
  ) : (
    <View className="h-col">
      {items.map((item) => (
        <CaseCard key={item.id} item={item} />
      ))}
    </View>
  )
}

/** My newest cases, each with what comes next and by when. */
export const MyLatest = () => {
  const status = useApp((state) => state.status)
  if (status === 'out') {
    return (
      <Card>
        <View className="h-row spread">
          <Text className="h-grow">{texts.loginCard}</Text>
          <Button small onPress={askLogin}>
            {texts.login}
          </Button>
        </View>
      </Card>
    )
  }
  return (
    <>
      <View className="h-row spread">
        <Text className="h-head">{texts.mine}</Text>
        <View className="h-link" {...pressable(() => openTab('cases'), { role: 'link' })}>
          <Text>{texts.all}</Text>
        </View>
      </View>
      <Latest />
    </>
  )
}
