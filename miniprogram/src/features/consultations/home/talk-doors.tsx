import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import { texts } from './texts'

const SLOWLY = 300_000

const useTalking = (): string => {
  const signedIn = useApp((state) => state.status === 'in')
  const topics = useCall('consultations.list', { query: { view: 'public', limit: 1 } }, { enabled: signedIn, staleTime: SLOWLY })
  const newest = topics.data?.items[0]
  return newest ? texts.latest(newest.title, newest.voters) : texts.none
}

/** What was done, and what was not, where one lives; everywhere when that is not known. */
const useAnswered = (): string => {
  const home = useApp((state) => state.me?.homeRegionCode)
  // a whole county says more than a village in which nothing has been answered yet
  const query = { ...(home ? { regionCode: home.slice(0, 6) } : {}), limit: 1 }
  const { counts } = useCall('answers.list', { query }, { staleTime: SLOWLY }).data ?? {}
  if (!counts || counts.done + counts.partly + counts.notDone === 0) return texts.answersNone
  return texts.counts(counts)
}

/** The resident's ways to what is being talked over and to what came of it. */
export const TalkDoors = () => {
  const talking = useTalking()
  const answered = useAnswered()
  return (
    <View className="h-row h-doors">
      <Card onPress={() => open('topics')}>
        <Text className="h-bold h-block">{texts.talking}</Text>
        <Text className="h-note">{talking}</Text>
      </Card>
      <Card onPress={() => open('answers')}>
        <Text className="h-bold h-block">{texts.answers}</Text>
        <Text className="h-note">{answered}</Text>
      </Card>
    </View>
  )
}
