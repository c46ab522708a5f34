import type { CaseView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip, type Tone } from '@/components/chip'
import { Field } from '@/components/field'
import { Photos } from '@/components/photos'
import { pressable } from '@/components/pressable'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { call } from '@/lib/request'
import { fullTimeWords, timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { AskSheet } from './ask-sheet'
import { texts as caseTexts } from './texts'
import type { PartProps } from './use-staff-case'

type Question = CaseView['questions'][number]

const isWaiting = ({ answer, withdrawn }: Question): boolean => answer === null && !withdrawn

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

/** Where a question stands, in a word. */
const stateOf = ({ answer, withdrawn, overdue }: Question): { words: string; tone: Tone } => {
  if (answer !== null) return { words: texts.answered, tone: 'bamboo' }
  if (withdrawn) return { words: caseTexts.questionWithdrawn, tone: 'neutral' }
  return overdue ? { words: caseTexts.questionOverdue, tone: 'seal' } : { words: texts.waitingAnswer, tone: 'amber' }
}

const WithdrawSheet = ({ view, question, show, onClose }: PartProps & { question: Question; onClose: () => void }) => {
  const { busy, act } = useAct()
  const withdraw = () =>
    act(async () => {
      show(await call('questions.withdraw', { params: { id: view.id, questionId: question.id } }))
      toast(caseTexts.withdrawDone)
      onClose()
    })
  return (
    <Sheet open title={caseTexts.withdrawTitle} onClose={onClose}>
      <Text>{`${question.to} · ${question.question}`}</Text>
      <Text className="h-note">{caseTexts.withdrawAsk}</Text>
      <Button busy={busy} onPress={() => void withdraw()}>
        {caseTexts.withdraw}
      </Button>
    </Sheet>
  )
}

interface RowProps {
  question: Question
  onAnswer: (() => void) | undefined
  onWithdraw: (() => void) | undefined
}

const QuestionRow = ({ question, onAnswer, onWithdraw }: RowProps) => {
  const state = stateOf(question)
  const waits = isWaiting(question)
  return (
    <View className="w-question">
      <View className="h-row spread top">
        <Text className="h-grow">{`${question.to} · ${question.question}`}</Text>
        <Chip tone={state.tone}>{state.words}</Chip>
      </View>
      <Text className="h-note">{texts.askedOn(timeWords(question.askedAt))}</Text>
      {waits && question.dueAt ? (
        <Text className={question.overdue ? 'h-error' : 'h-note'}>{caseTexts.questionDue(fullTimeWords(question.dueAt))}</Text>
      ) : null}
      <Photos files={question.files} />
      {question.answer !== null ? (
        <View className="w-quote">
          <Text>{question.answer}</Text>
        </View>
      ) : null}
      {onAnswer ? <Button onPress={onAnswer}>{texts.answerTitle}</Button> : null}
      {onWithdraw ? (
        <View className="h-link" {...pressable(onWithdraw)}>
          <Text>{caseTexts.withdraw}</Text>
        </View>
      ) : null}
    </View>
  )
}

/** What other organisations were asked, and what they answered. */
export const QuestionsCard = (props: PartProps & { answering: boolean }) => {
  const { view } = props
  const first = view.questions.find(isWaiting)
  const [open, setOpen] = useState<'ask' | string | null>(props.answering && first ? first.id : null)
  const [withdrawing, setWithdrawing] = useState<Question | null>(null)
  const mayAnswer = view.can.includes('answer')
  const mayWithdraw = view.can.includes('ask')
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
        <QuestionRow
          key={each.id}
          question={each}
          onAnswer={mayAnswer && isWaiting(each) ? () => setOpen(each.id) : undefined}
          onWithdraw={mayWithdraw && isWaiting(each) ? () => setWithdrawing(each) : undefined}
        />
      ))}
      {view.can.includes('ask') ? (
        <Button look="ghost" onPress={() => setOpen('ask')}>
          {texts.ask}
        </Button>
      ) : null}
      {open === 'ask' ? <AskSheet {...props} onClose={close} /> : null}
      {withdrawing ? <WithdrawSheet {...props} question={withdrawing} onClose={() => setWithdrawing(null)} /> : null}
      {question ? <AnswerSheet {...props} question={question} onClose={close} /> : null}
    </Card>
  )
}
