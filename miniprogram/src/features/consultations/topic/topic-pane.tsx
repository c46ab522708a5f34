import { View } from '@tarojs/components'
import { ErrorState, Loading } from '@/components/states'
import { type PartProps, useTopic } from '../use-topic'
import { NowParts, PastParts, StoryParts, TalkParts } from './topic-parts'
import { useActs } from './use-acts'

const Shown = ({ part }: { part: PartProps }) => {
  const { buttons, sheets } = useActs(part)
  return (
    <View className="h-col">
      {buttons ? <View className="h-row c-buttons c-top">{buttons}</View> : null}
      <View className="w-columns">
        <View className="h-col w-column">
          <NowParts part={part} />
          <StoryParts part={part} />
        </View>
        <View className="h-col w-column side">
          <TalkParts part={part} />
          <PastParts view={part.view} />
        </View>
      </View>
      {sheets}
    </View>
  )
}

/** A topic beside the list, on a wide window. */
export const TopicPane = ({ id }: { id: string }) => {
  const { query, part } = useTopic(id)
  if (part) return <Shown part={part} />
  return query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading cards={3} />
}
