import { BRIEF_STATE_NAMES } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { cardLine } from '../brief-words'
import { texts } from '../texts'

/** Earlier briefs on the same matter, so that nothing is written twice and what became of it is known. */
export const SimilarCard = ({ id, always = false }: { id: string; always?: boolean }) => {
  const similar = useCall('briefs.similar', { params: { id } }, { staleTime: 60_000 })
  const items = similar.data?.items ?? []
  if (items.length === 0 && !(always && similar.data)) return null
  return (
    <Card>
      <Text className="h-head h-block">{texts.similar}</Text>
      <Text className="h-note h-block">{items.length === 0 ? texts.similarNone : texts.similarNote}</Text>
      <View>
        {items.map((item) => (
          <Entry
            key={item.id}
            title={item.title}
            note={`${BRIEF_STATE_NAMES[item.state]} · ${cardLine(item)}`}
            onPress={() => open('brief', { id: item.id })}
          />
        ))}
      </View>
    </Card>
  )
}
