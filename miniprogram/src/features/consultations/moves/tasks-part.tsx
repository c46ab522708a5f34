import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Entry } from '@/components/entry'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { ErrorState, Loading } from '@/components/states'
import { DueField } from '@/features/workbench/case/due-field'
import { useCall } from '@/lib/query'
import { texts } from '../texts'
import { MOST_TASKS, newTask, type TaskDraft } from './move-form'

type Department = { id: string; name: string }

interface TaskProps {
  task: TaskDraft
  number: number
  departments: readonly Department[]
  onChange: (part: Partial<TaskDraft>) => void
  onRemove: (() => void) | undefined
}

/** The chosen department is one line; pressing it opens the choice again. */
const DepartmentChoice = ({ task, departments, onChange }: Pick<TaskProps, 'task' | 'departments' | 'onChange'>) => {
  const [open, setOpen] = useState(task.organisationId === '')
  const chosen = departments.find(({ id }) => id === task.organisationId)
  const choose = (organisationId: string) => {
    onChange({ organisationId })
    setOpen(false)
  }
  if (chosen && !open) return <Entry title={chosen.name} note={texts.department} onPress={() => setOpen(true)} />
  return (
    <View className="h-col tight" role="radiogroup" aria-label={texts.department}>
      <Text className="h-bold">{texts.department}</Text>
      {departments.length === 0 ? <Text className="h-soft">{texts.departmentNone}</Text> : null}
      <View className="h-col tight c-people">
        {departments.map(({ id, name }) => (
          <Option key={id} title={name} on={id === task.organisationId} onPress={() => choose(id)} />
        ))}
      </View>
    </View>
  )
}

const Task = ({ task, number, departments, onChange, onRemove }: TaskProps) => (
  <View className="h-col c-task">
    <View className="h-row spread">
      <Text className="h-head">{texts.taskNumber(number)}</Text>
      {onRemove ? (
        <Button small look="text" label={`${texts.taskRemove} ${texts.taskNumber(number)}`} onPress={onRemove}>
          {texts.taskRemove}
        </Button>
      ) : null}
    </View>
    <DepartmentChoice task={task} departments={departments} onChange={onChange} />
    <Field
      long="short"
      label={texts.taskText}
      value={task.text}
      onChange={(text) => onChange({ text })}
      max={500}
      placeholder={texts.taskPlaceholder}
    />
    <DueField label={texts.taskDue} value={task.day} onChange={(day) => onChange({ day })} />
  </View>
)

interface Props {
  regionCode: string
  tasks: readonly TaskDraft[]
  onChange: (tasks: TaskDraft[]) => void
}

/** What each department is asked to do by when. */
export const TasksPart = ({ regionCode, tasks, onChange }: Props) => {
  const people = useCall('consultations.people', { query: { regionCode } })
  if (people.isPending) return <Loading cards={1} />
  if (people.isError) return <ErrorState error={people.error} onRetry={() => void people.refetch()} />
  return (
    <>
      {tasks.map((task, at) => (
        <Task
          // biome-ignore lint/suspicious/noArrayIndexKey: tasks being written have no identity but their place
          key={at}
          task={task}
          number={at + 1}
          departments={people.data.departments}
          onChange={(part) => onChange(tasks.map((each, index) => (index === at ? { ...each, ...part } : each)))}
          onRemove={tasks.length > 1 ? () => onChange(tasks.filter((_, index) => index !== at)) : undefined}
        />
      ))}
      {tasks.length < MOST_TASKS ? (
        <Button look="ghost" onPress={() => onChange([...tasks, newTask()])}>
          {texts.taskAdd}
        </Button>
      ) : null}
    </>
  )
}
