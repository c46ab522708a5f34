import type { BriefPreview } from '@shared/briefs/schemas'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { texts } from '../texts'

/** What was taken out, where, and what stands there instead. */
export const RemovedCard = ({ removed }: Pick<BriefPreview, 'removed'>) =>
  removed.length === 0 ? (
    <Card tone="soft">
      <Text>{texts.removedNone}</Text>
    </Card>
  ) : (
    <Card tone="amber">
      <Text className="h-bold h-block">{texts.removed(removed.length)}</Text>
      <Text className="h-note h-block">{texts.removedNote}</Text>
      {removed.map(({ where, kind, before, after }, index) => (
        // the same words may be taken out twice in one place
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes its order
        <View key={`${index}${before}`} className="b-removed">
          <View className="h-row wrap b-tight">
            <Chip tone="outline">{texts.kinds[kind]}</Chip>
            <Text className="h-note">{where}</Text>
          </View>
          <View>
            <Text className="b-gone">{before}</Text>
            <Text>{` → ${after || texts.gone}`}</Text>
          </View>
        </View>
      ))}
    </Card>
  )
