import type { AnswerCard } from '@shared/answers/schemas'
import { Text, View } from '@tarojs/components'
import { partsOf } from './parts'

/** The words of an answer under their headings. */
export const AnswerWords = ({ answer }: { answer: Pick<AnswerCard, 'result' | 'raised' | 'done' | 'notDone'> }) => (
  <>
    {partsOf(answer).map(({ key, title, text }) => (
      <View key={key} className={`r-part ${key}`}>
        <Text className="h-bold h-block">{title}</Text>
        <Text className="h-pre">{text}</Text>
      </View>
    ))}
  </>
)
