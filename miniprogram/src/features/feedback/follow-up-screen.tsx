import { FOLLOW_UP_METHOD_NAMES, FOLLOW_UP_RESULT_NAMES, type FollowUpView } from '@shared/feedback/schemas'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { Page } from '@/components/page'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { back } from '@/lib/navigate'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { FOLLOW_UP, FOLLOW_UP_ANSWERS } from './texts'

type Answer = keyof typeof FOLLOW_UP_ANSWERS
const ANSWERS: readonly Answer[] = ['kept', 'partly', 'broken']

const Form = ({ followUp }: { followUp: FollowUpView }) => {
  const [result, setResult] = useState<Answer | null>(null)
  const [note, setNote] = useState('')
  const { busy, act } = useAct()
  const send = () => {
    if (!result) return toast(FOLLOW_UP.missing)
    void act(async () => {
      await call('followUps.answer', { params: { id: followUp.id }, body: { result, ...(note.trim() ? { note: note.trim() } : {}) } })
      toast(FOLLOW_UP.thanks)
      await invalidate('followUps.forCase', 'cases.get')
      back()
    })
  }
  return (
    <>
      <Text className="h-title">{FOLLOW_UP.question}</Text>
      <Text className="h-note">{FOLLOW_UP.why}</Text>
      <View className="h-col" role="radiogroup">
        {ANSWERS.map((each) => (
          <Option key={each} title={FOLLOW_UP_ANSWERS[each]} on={each === result} onPress={() => setResult(each)} />
        ))}
      </View>
      <Field label={FOLLOW_UP.note} long="short" value={note} onChange={setNote} placeholder={FOLLOW_UP.placeholder} max={500} />
      <Button busy={busy} onPress={send}>
        {FOLLOW_UP.send}
      </Button>
    </>
  )
}

const Done = ({ followUp }: { followUp: FollowUpView }) => {
  const { round, state, method, result, note, doneAt, answers } = followUp
  return (
    <Card>
      <Text className="h-bold h-block">{FOLLOW_UP.round(round)}</Text>
      {state === 'done' && method && result ? (
        <Text className="h-block">{`${FOLLOW_UP_METHOD_NAMES[method]} · ${FOLLOW_UP_RESULT_NAMES[result]}`}</Text>
      ) : null}
      {state === 'done' && note ? <Text className="h-block">{note}</Text> : null}
      {answers
        .filter(({ mine }) => mine)
        .map((answer) => (
          <View key={answer.at} className="h-line">
            <Text>{FOLLOW_UP.said(FOLLOW_UP_RESULT_NAMES[answer.result], answer.note)}</Text>
            <View>
              <Text className="h-note">{timeWords(answer.at)}</Text>
            </View>
          </View>
        ))}
      {doneAt ? <Text className="h-note">{timeWords(doneAt)}</Text> : null}
    </Card>
  )
}

/** After the case is closed: whether what was promised is being kept. One press and a few words if one likes. */
export const FollowUpScreen = () => {
  const id = useRouter().params.id ?? ''
  const query = useCall('followUps.forCase', { params: { id } })
  const items = query.data?.items ?? []
  const form = items.find(({ can }) => can.includes('answer'))
  const past = items.filter(({ state, answers }) => state === 'done' || answers.some(({ mine }) => mine))
  return (
    <Page title={FOLLOW_UP.title}>
      {query.isPending ? <Loading /> : null}
      {query.isError && !query.data ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {form ? <Form followUp={form} /> : null}
      {query.data && !form && past.length === 0 ? <EmptyState title={FOLLOW_UP.none} note={FOLLOW_UP.noneNote} /> : null}
      {past.map((followUp) => (
        <Done key={followUp.id} followUp={followUp} />
      ))}
    </Page>
  )
}
