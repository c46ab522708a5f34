import { categoryName } from '@shared/cases/categories'
import type { RoutingTrial } from '@shared/dispatch/routing'
import { Text, View } from '@tarojs/components'
import { ProgressBar } from '@/components/progress-bar'
import { texts } from './texts'

/** Where past cases would have gone by a draft of rules. */
export const TrialResult = ({ trial }: { trial: RoutingTrial }) => {
  const { tried, changed, examples } = trial
  if (tried === 0) return <Text>{texts.trialNone}</Text>
  const words = texts.trial(tried, changed)
  return (
    <View className="h-col tight" role="status">
      <Text className="r-number">{words}</Text>
      <ProgressBar share={changed / tried} state="soon" label={words} />
      <Text className="h-note">{texts.trialNote}</Text>
      {examples.length > 0 ? <Text className="h-bold">{texts.trialExamples}</Text> : null}
      {examples.map(({ caseNumber, category, was, would, rule }) => (
        <View key={caseNumber} className="r-rule">
          <Text className="h-note h-block">
            {[caseNumber, categoryName(category), rule ? texts.trialRule(rule) : ''].filter(Boolean).join(' · ')}
          </Text>
          <Text className="h-block">{texts.trialWas(was)}</Text>
          <Text className="r-then h-block">{texts.trialWould(would)}</Text>
        </View>
      ))}
      {changed > examples.length ? <Text className="h-note">{texts.trialMore(examples.length)}</Text> : null}
    </View>
  )
}
