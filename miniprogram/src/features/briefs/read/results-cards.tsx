import type { BriefView } from '@shared/briefs/schemas'
import { BRIEF_LEVEL_NAMES } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { dayWords, timeWords } from '@/lib/time'
import { texts } from '../texts'

const Adoptions = ({ adoptions }: Pick<BriefView, 'adoptions'>) =>
  adoptions.length === 0 ? null : (
    <Card>
      <Text className="h-head h-block">{texts.adoptions}</Text>
      {adoptions.map(({ level, by, at }) => (
        <View key={`${level}${at}${by}`} className="h-row spread b-line">
          <Text className="h-grow">{texts.adopted(BRIEF_LEVEL_NAMES[level], by)}</Text>
          <Text className="h-note">{dayWords(at)}</Text>
        </View>
      ))}
    </Card>
  )

const Instructions = ({ instructions }: Pick<BriefView, 'instructions'>) =>
  instructions.length === 0 ? null : (
    <Card>
      <Text className="h-head h-block">{texts.instructions}</Text>
      {instructions.map(({ by, level, text, at }) => (
        <View key={`${by}${at}`} className="b-quote">
          <View className="h-row spread">
            <Text className="h-bold h-grow">{texts.instructed(by, BRIEF_LEVEL_NAMES[level])}</Text>
            <Text className="h-note">{dayWords(at)}</Text>
          </View>
          <Text className="h-pre h-block">{text}</Text>
        </View>
      ))}
    </Card>
  )

const Answer = ({ answer, department }: Pick<BriefView, 'answer' | 'department'>) =>
  answer ? (
    <Card>
      <Text className="h-head h-block">{texts.answer}</Text>
      <Text className="h-note h-block">{[...(department ? [department.name] : []), timeWords(answer.at)].join(' · ')}</Text>
      <View className="b-quote">
        <Text className="h-pre">{answer.text}</Text>
      </View>
    </Card>
  ) : null

/** What became of it: adopted where, instructed by whom, answered how. */
export const ResultCards = ({ brief }: { brief: BriefView }) => (
  <>
    <Answer {...brief} />
    <Instructions {...brief} />
    <Adoptions {...brief} />
  </>
)

/** Who signs it, and who has not said yet. */
export const SignaturesCard = ({ signatures }: Pick<BriefView, 'signatures'>) =>
  signatures.length === 0 ? null : (
    <Card>
      <Text className="h-head h-block">{texts.signatures}</Text>
      {signatures.map(({ id, name, state, at }) => (
        <View key={id} className="h-row spread b-line">
          <Text className="h-grow">{name}</Text>
          {at && state === 'signed' ? <Text className="h-note">{dayWords(at)}</Text> : null}
          <Chip tone={state === 'signed' ? 'bamboo' : 'outline'}>{state === 'signed' ? texts.signed : texts.asked}</Chip>
        </View>
      ))}
    </Card>
  )
