import { DOCKET_PART_NAMES, type DocketView } from '@shared/archive/schemas'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { texts } from './texts'

type Item = DocketView['items'][number]

const Line = ({ item, number, frozen }: { item: Item; number: number; frozen: boolean }) => (
  <View className={`w-docket-line ${item.present ? '' : 'absent'}`}>
    <Text className="w-docket-number">{String(number)}</Text>
    <View className="h-grow">
      <Text>{item.title || DOCKET_PART_NAMES[item.part]}</Text>
      {item.present && item.date ? (
        <View>
          <Text className="h-note">{item.date}</Text>
        </View>
      ) : null}
    </View>
    <View className="w-docket-page">
      <Text>{item.present ? texts.page(item.from) : frozen ? texts.never : texts.absent}</Text>
      {item.present ? (
        <View>
          <Text className="h-note">{texts.count(item.pages)}</Text>
        </View>
      ) : null}
    </View>
  </View>
)

/** What is in the file, in the Ministry's order, and on which page; what is not there is said as well. */
export const IndexCard = ({ docket }: { docket: DocketView }) => (
  <Card>
    <View className="h-row spread w-head">
      <Text className="h-head">{texts.index}</Text>
      <Text className="h-note">{texts.pages(docket.pages)}</Text>
    </View>
    {docket.items.map((item, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line of the index is known by its place
      <Line key={at} item={item} number={at + 1} frozen={docket.frozenAt !== null} />
    ))}
  </Card>
)
