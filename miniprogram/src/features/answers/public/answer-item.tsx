import type { AnswerCard } from '@shared/answers/schemas'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { open } from '@/lib/navigate'
import { dayWords } from '@/lib/time'
import { partsOf } from '../parts'
import { ResultChip } from '../result-chip'
import { texts } from '../texts'

/** The place without the city and above, which everybody here knows. */
const placeWords = (name: string): string => name.split(' · ').slice(-2).join(' · ')

/** An answer in a list: what it was about, what came of it, and the beginning of what was done or why not. */
export const AnswerItem = ({ answer }: { answer: AnswerCard }) => {
  const { id, title, result, regionName, people, publishedAt } = answer
  const said = partsOf(answer).find(({ key }) => key !== 'raised')
  const notes = [placeWords(regionName), people === null ? '' : texts.people(people), publishedAt ? dayWords(publishedAt) : '']
  return (
    <Card onPress={() => open('answer', { id })}>
      <View className="h-row spread top">
        <Text className="h-bold h-grow">{title}</Text>
        <ResultChip result={result} />
      </View>
      {said ? <Text className="r-short">{said.text}</Text> : null}
      <Text className="h-note h-block">{notes.filter(Boolean).join(' · ')}</Text>
    </Card>
  )
}
