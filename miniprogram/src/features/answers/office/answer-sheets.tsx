import type { AnswerDraft } from '@shared/answers/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { AnswerWords } from '../answer-words'
import { ResultChip } from '../result-chip'
import { texts } from '../texts'
import { publicText } from './answer-draft'

interface Props {
  draft: AnswerDraft
  busy: boolean
  onClose: () => void
  onSend: () => void
}

const Removed = ({ removed }: Pick<AnswerDraft, 'removed'>) => (
  <Card tone="amber">
    <Text className="h-bold h-block">{removed.length > 0 ? texts.removed : texts.removedNone}</Text>
    {removed.map(({ where, before, after }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be taken out twice, and the list does not change
      <View key={at} className="r-struck">
        <Text>{texts.removedOne(where, before, after)}</Text>
      </View>
    ))}
  </Card>
)

/** What everybody will read, and what is taken out of it; then it is published. */
export const PublishSheet = ({ draft, busy, onClose, onSend }: Props) => {
  const shown = publicText(draft, draft.removed)
  return (
    <Sheet open title={texts.reviewTitle} onClose={onClose}>
      <View>
        <Text className="h-title h-block">{shown.title}</Text>
        <ResultChip result={shown.result} />
      </View>
      <View>
        <AnswerWords answer={shown} />
      </View>
      <Removed removed={draft.removed} />
      <Text className="h-note">{texts.reviewNote}</Text>
      <View className="h-stick h-row">
        <Button look="text" onPress={onClose}>
          {texts.think}
        </Button>
        <Button busy={busy} onPress={onSend}>
          {texts.publish}
        </Button>
      </View>
    </Sheet>
  )
}

/** Takes an answer back, or lays a draft aside. */
export const WithdrawSheet = ({ draft, busy, onClose, onSend }: Props) => (
  <Sheet open title={texts.withdrawTitle} onClose={onClose}>
    <Text>{draft.state === 'published' ? texts.withdrawNote : texts.withdrawDraftNote}</Text>
    <View className="h-stick h-row">
      <Button look="text" onPress={onClose}>
        {texts.think}
      </Button>
      <Button look="danger" busy={busy} onPress={onSend}>
        {texts.withdraw}
      </Button>
    </View>
  </Sheet>
)
