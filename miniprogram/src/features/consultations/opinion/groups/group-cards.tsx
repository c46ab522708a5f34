import type { OpinionView } from '@shared/consultations/opinion'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { ANSWER_NAMES, texts } from '../texts'
import { percent, sideOf } from './numbers'

type Group = OpinionView['groups'][number]

const Typical = ({ group, at }: { group: Group; at: number }) => {
  if (group.typical.length === 0) return <Text className="h-note">{texts.typicalNone}</Text>
  return (
    <>
      {group.typical.map(({ statementId, text, byGroup }) => {
        const own = byGroup[at]
        const side = own ? sideOf(own) : null
        return (
          <View key={statementId} className="v-typical">
            {own && side ? (
              <Text className={`h-bold v-side ${side}`}>{`${texts.typicalOf(ANSWER_NAMES[side])}（${percent(own[side])}）`}</Text>
            ) : null}
            <Text className="h-block">{text}</Text>
          </View>
        )
      })}
    </>
  )
}

/** Who answers alike, and what each of them stands for. */
export const GroupCards = ({ view }: { view: OpinionView }) => {
  const { groups, me } = view
  if (groups.length < 2) {
    return (
      <Card>
        <Text>{texts.oneGroup}</Text>
      </Card>
    )
  }
  return (
    <>
      <View>
        <Text className="h-head h-block">{texts.groupsTitle}</Text>
        <Text className="h-note">{texts.groupsNote}</Text>
      </View>
      {groups.map((group, at) => (
        <Card key={group.name}>
          <View className="h-row spread wrap v-group-head">
            <View className="h-row">
              <View className={`v-spot big g${at}`} aria-hidden />
              <Text className="h-head">{group.name}</Text>
            </View>
            <View className="h-row">
              {me?.group === at ? <Chip>{texts.here}</Chip> : null}
              <Text className="h-note">{texts.people(group.people)}</Text>
            </View>
          </View>
          <Typical group={group} at={at} />
        </Card>
      ))}
    </>
  )
}
