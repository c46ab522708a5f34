import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { open } from '@/lib/navigate'
import { texts } from '../texts'
import { AnswerButtons } from './answer-buttons'
import { useVoting } from './use-voting'

const AllSaid = ({ id, said, onChange }: { id: string; said: number; onChange: () => void }) => (
  <>
    <EmptyState title={texts.allSaid} note={texts.allSaidNote} action={texts.seeGroups} onAction={() => open('groups', { id })} />
    {said > 0 ? (
      <Button look="text" onPress={onChange}>
        {texts.change}
      </Button>
    ) : null}
  </>
)

/** One statement at a time, and three answers to it. */
export const NextPart = ({ id }: { id: string }) => {
  const { current, again, setAgain, said, busy, answer, failed, refetch, waiting } = useVoting(id)
  if (failed) return <ErrorState error={failed} onRetry={() => void refetch()} />
  if (!current && waiting) return <Loading cards={1} />
  if (!current) return <AllSaid id={id} said={said} onChange={() => setAgain(true)} />
  return (
    <>
      <Text className="h-head">{again ? texts.changing : texts.ask}</Text>
      <Card className="v-card">
        <View role="status">
          <Text className="v-words">{current.text}</Text>
        </View>
      </Card>
      <AnswerButtons
        key={current.id}
        label={texts.ask}
        chosen={again ? current.answer : null}
        busy={busy}
        onAnswer={(said) => void answer(current.id, said)}
      />
      <View className="h-row spread wrap">
        <Text className="h-note">{said > 0 ? texts.said(said) : texts.secret}</Text>
        {said > 0 ? (
          <Button small look="text" onPress={() => setAgain(!again)}>
            {again ? texts.keep : texts.change}
          </Button>
        ) : null}
      </View>
    </>
  )
}
