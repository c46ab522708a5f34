import { Text, View } from '@tarojs/components'
import { texts } from '../texts'
import { type Finding, percent, type Tally } from './numbers'

const Bar = ({ tally }: { tally: Tally }) => (
  <View className="v-track" aria-hidden>
    <View className="v-part agree" style={{ width: percent(tally.agree) }} />
    <View className="v-part disagree" style={{ width: percent(tally.disagree) }} />
  </View>
)

/** A statement, and what each group says to it, as bars with their numbers. */
export const FindingLine = ({ finding, names, lead }: { finding: Finding; names: readonly string[]; lead?: string }) => (
  <View className="v-finding">
    {lead ? <Text className="h-note h-block">{lead}</Text> : null}
    <Text className="h-bold h-block">{finding.text}</Text>
    {names.map((name, group) => {
      const tally = finding.byGroup[group]
      return (
        <View key={name} className="v-says">
          <View className="h-row spread wrap v-says-words">
            <Text className="v-name">{name}</Text>
            <Text className="h-note">{tally ? texts.bar(percent(tally.agree), percent(tally.disagree)) : texts.tooFew}</Text>
          </View>
          {tally ? <Bar tally={tally} /> : null}
        </View>
      )
    })}
  </View>
)
