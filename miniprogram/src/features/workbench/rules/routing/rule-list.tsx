import type { RoutingRule } from '@shared/dispatch/routing'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { texts as shared } from '../texts'
import { type Names, thenWords, whenWords } from './rule-words'
import { texts } from './texts'

interface Props {
  rules: readonly RoutingRule[]
  names: Names
  onEdit?: (at: number) => void
  onSwap?: (at: number, by: -1 | 1) => void
}

const Line = ({ rule, at, names }: { rule: RoutingRule; at: number; names: Names }) => (
  <View>
    <Text className="h-bold h-block">{`${at + 1}. ${rule.name}`}</Text>
    <Text className="h-block">{whenWords(rule.when, names)}</Text>
    <Text className="r-then h-block">{`→ ${thenWords(rule.then, names)}`}</Text>
  </View>
)

/** Rules as sentences, the first that fits first. With `onEdit` they can be changed and put into another order. */
export const RuleList = ({ rules, names, onEdit, onSwap }: Props) => (
  <View>
    {rules.map((rule, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place
      <View key={at} className="r-rule">
        <Line rule={rule} at={at} names={names} />
        {onEdit ? (
          <View className="h-row r-buttons">
            <Button small look="ghost" label={`${shared.edit} ${rule.name}`} onPress={() => onEdit(at)}>
              {shared.edit}
            </Button>
            <Button small look="ghost" disabled={at === 0} label={`${texts.up} ${rule.name}`} onPress={() => onSwap?.(at, -1)}>
              {texts.up}
            </Button>
            <Button
              small
              look="ghost"
              disabled={at === rules.length - 1}
              label={`${texts.down} ${rule.name}`}
              onPress={() => onSwap?.(at, 1)}
            >
              {texts.down}
            </Button>
          </View>
        ) : null}
      </View>
    ))}
  </View>
)
