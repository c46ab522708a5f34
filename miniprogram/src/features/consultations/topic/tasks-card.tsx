import type { ConsultationTask } from '@shared/consultations/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Photos } from '@/components/photos'
import { dayWords, timeWords } from '@/lib/time'
import { isLate } from '../steps'
import { texts } from '../texts'
import type { PartProps } from '../use-topic'
import { AnswerSheet } from './answer-sheet'

const TaskChip = ({ task }: { task: ConsultationTask }) => {
  if (task.answer) return <Chip tone={task.answer.done ? 'bamboo' : 'amber'}>{task.answer.done ? texts.taskDone : texts.taskNotDone}</Chip>
  return isLate(task, Date.now()) ? <Chip tone="seal">{texts.late}</Chip> : <Chip tone="sky">{texts.taskWaiting}</Chip>
}

const Task = ({ task, onAnswer }: { task: ConsultationTask; onAnswer: () => void }) => (
  <View className="c-task">
    <View className="h-row spread top">
      <Text className="h-bold h-grow">{task.organisation}</Text>
      <TaskChip task={task} />
    </View>
    <Text className="h-block">{task.text}</Text>
    {task.answer ? (
      <View className="c-answer">
        <Text className="h-pre">{task.answer.text}</Text>
        <View className="h-gapped">
          <Photos files={task.answer.files} />
        </View>
        <Text className="h-note h-block">{texts.answeredAt(timeWords(task.answer.at))}</Text>
      </View>
    ) : (
      <Text className="h-note h-block">{texts.due(dayWords(task.dueAt))}</Text>
    )}
    {task.can.includes('answer') ? (
      <View className="h-gapped">
        <Button label={`${texts.answerTask}：${task.text}`} onPress={onAnswer}>
          {texts.answerTask}
        </Button>
      </View>
    ) : null}
  </View>
)

/** Who was asked to do what by when, and what they answered. */
export const TasksCard = (part: PartProps) => {
  const [answering, setAnswering] = useState<ConsultationTask | null>(null)
  const { tasks } = part.view
  if (tasks.length === 0) return null
  return (
    <Card>
      <Text className="h-head h-block c-part">{texts.tasksTitle}</Text>
      {tasks.map((task) => (
        <Task key={task.id} task={task} onAnswer={() => setAnswering(task)} />
      ))}
      {answering ? <AnswerSheet part={part} task={answering} onClose={() => setAnswering(null)} /> : null}
    </Card>
  )
}
