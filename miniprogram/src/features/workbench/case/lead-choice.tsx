import type { CaseView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { Option } from '@/components/option'
import { ErrorState, Loading } from '@/components/states'
import { commonWords, otherOf, useSimilar } from './similar'
import { texts } from './texts'

/** With which case it is to be handled: one of those that look like it. */
export const LeadChoice = ({ view, chosen, onChoose }: { view: CaseView; chosen: string | null; onChoose: (id: string) => void }) => {
  const similar = useSimilar(view)
  if (similar.isLoading) return <Loading cards={1} />
  if (similar.isError) return <ErrorState error={similar.error} onRetry={() => void similar.refetch()} />
  const pairs = (similar.data?.items ?? []).filter((pair) => pair.can.includes('merge'))
  if (pairs.length === 0) return <Text className="h-note">{texts.leadNone}</Text>
  return (
    <View className="h-col" role="radiogroup" aria-label={texts.lead}>
      <Text className="h-bold">{texts.lead}</Text>
      {pairs.map((pair) => {
        const other = otherOf(pair, view.id)
        return other ? (
          <Option
            key={pair.id}
            title={other.title}
            note={`${other.number} · ${commonWords(pair)}`}
            on={other.id === chosen}
            onPress={() => onChoose(other.id)}
          />
        ) : null
      })}
    </View>
  )
}
