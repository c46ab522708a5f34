import type { CaseView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import { Photos } from '@/components/photos'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { AskSheet } from './ask-sheet'
import type { PartProps } from './use-staff-case'

type Question = CaseView['questions'][number]

const AnswerSheet = ({ view, question, show, onClose }: PartProps & { question: Question; onClose: () => void }) => {
  const [answer, setAnswer] = useState('')
  const { busy, act } = useAct()
  const send = () =>
    act(async () => {
      show(await call('contributors.answer', { params: { id: view.id, questionId: question.id }, body: { answer: answer.trim() } }))
      toast(texts.answerSent)
      onClose()
    })
  return (
    <Sheet open title={texts.answerTitle} onClose={onClose}>
      <Text>{question.question}</Text>
      <Field label={texts.answerTitle} value={answer} onChange={setAnswer} max={1000} long placeholder={texts.answerPlaceholder} />
      <Button busy={busy} disabled={!answer.trim()} onPress={send}>
        {texts.answerSend}
      </Button>
    </Sheet>
  )
}

const QuestionRow = ({ question, onAnswer }: { question: Question; onAnswer: (() => void) | undefined }) => (
  <View className="w-question">
    <View className="h-row spread top">
      <Text className="h-grow">{`${question.to} · ${question.question}`}</Text>
      <Chip tone={question.answer === null ? 'amber' : 'bamboo'}>{question.answer === null ? texts.waitingAnswer : texts.answered}</Chip>
    </View>
    <Text className="h-note">{texts.askedOn(timeWords(question.askedAt))}</Text>
    <Photos files={question.files} />
    {question.answer !== null ? (
      <View className="w-quote">
        <Text>{question.answer}</Text>
      </View>
    ) : null}
    {onAnswer ? <Button onPress={onAnswer}>{texts.answerTitle}</Button> : null}
  </View>
)

/** What other organisations were asked, and what they answered. */
export const QuestionsCard = (props: PartProps & { answering: boolean }) => {
  const { view } = props
  const first = view.questions.find(({ answer }) => answer === null)
  const [open, setOpen] = useState<'ask' | string | null>(props.answering && first ? first.id : null)
  const mayAnswer = view.can.includes('answer')
  const question = view.questions.find(({ id }) => id === open)
  if (view.questions.length === 0 && !view.can.includes('ask')) return null
  const close = () => setOpen(null)
  return (
    <Card>
      <View className="w-head">
        <Text className="h-head">{texts.questions}</Text>
        <View>
          <Text className="h-note">{texts.questionsNote}</Text>
        </View>
      </View>
      {view.questions.map((each) => (
        <QuestionRow key={each.id} question={each} onAnswer={mayAnswer && each.answer === null ? () => setOpen(each.id) : undefined} />
      ))}
      {view.can.includes('ask') ? (
        <Button look="ghost" onPress={() => setOpen('ask')}>
          {texts.ask}
        </Button>
      ) : null}
      {open === 'ask' ? <AskSheet {...props} onClose={close} /> : null}
      {question ? <AnswerSheet {...props} question={question} onClose={close} /> : null}
    </Card>
  )
}
