import { type FeedbackTask, LEVEL_NAMES } from '@shared/feedback/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import { PagedList } from '@/components/paged-list'
import { Sheet } from '@/components/sheet'
import { EmptyState } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { toast } from '@/components/toast'
import { invalidate, usePages } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { openStaffCase } from '../views'

const FinishSheet = ({ task, onClose }: { task: FeedbackTask; onClose: () => void }) => {
  const [note, setNote] = useState('')
  const { busy, act } = useAct()
  const finish = () =>
    act(async () => {
      await call('feedbackTasks.finish', { params: { id: task.id }, body: { note: note.trim() } })
      toast(texts.taskFinished)
      onClose()
      await invalidate('feedbackTasks.list')
    })
  return (
    <Sheet open title={texts.taskFinish} onClose={onClose}>
      <Text className="h-bold">{task.caseTitle}</Text>
      <Field label={texts.taskResult} value={note} onChange={setNote} max={500} long="short" placeholder={texts.taskNote} />
      <Button busy={busy} disabled={!note.trim()} onPress={finish}>
        {texts.taskFinish}
      </Button>
    </Sheet>
  )
}

const TaskCard = ({ task, onFinish, wide }: { task: FeedbackTask; onFinish: () => void; wide: boolean }) => (
  <Card>
    <View className="h-row spread top">
      <Text className="h-head h-grow">{task.caseTitle}</Text>
      <Chip tone="amber">{LEVEL_NAMES[task.overall as 1 | 2 | 3 | 4 | 5]}</Chip>
    </View>
    <Text className="h-note">
      {[task.caseNumber, texts.taskHandler(task.mediatorName), texts.taskOpened(timeWords(task.openedAt))].join(' · ')}
    </Text>
    <View className="w-quote">
      <Text>{task.text ? `${texts.taskWords}：${task.text}` : texts.taskNoWords}</Text>
    </View>
    {task.note ? (
      <View className="w-quote">
        <Text>{`${texts.taskResult}：${task.note}`}</Text>
      </View>
    ) : null}
    <View className="h-row w-quick">
      {task.doneAt ? null : <Button onPress={onFinish}>{texts.taskFinish}</Button>}
      <Button look="ghost" onPress={() => openStaffCase(task.caseId, wide)}>
        {texts.openCase}
      </Button>
    </View>
  </Card>
)

/** Dissatisfied people whom the supervisor calls back. */
export const TaskList = ({ wide }: { wide: boolean }) => {
  const [state, setState] = useState<'open' | 'done'>('open')
  const [finishing, setFinishing] = useState<FeedbackTask | null>(null)
  const pages = usePages('feedbackTasks.list', { query: { state } })
  const tabs = [
    { key: 'open', name: texts.tasksOpen },
    { key: 'done', name: texts.tasksDone },
  ] as const
  return (
    <View className="h-col">
      <Tabs items={tabs} active={state} onChange={setState} />
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.tasksEmpty} note={texts.tasksEmptyNote} />}>
        {pages.items.map((task) => (
          <TaskCard key={task.id} task={task} wide={wide} onFinish={() => setFinishing(task)} />
        ))}
      </PagedList>
      {finishing ? <FinishSheet task={finishing} onClose={() => setFinishing(null)} /> : null}
    </View>
  )
}
