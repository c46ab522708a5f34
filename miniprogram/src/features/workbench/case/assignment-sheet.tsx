import type { AssignmentView, FitPart } from '@shared/dispatch/routing'
import { FIT_PARTS } from '@shared/dispatch/routing'
import { Text, View } from '@tarojs/components'
import { Sheet } from '@/components/sheet'
import { ErrorState, Loading } from '@/components/states'
import { Table } from '@/components/table'
import { useCall } from '@/lib/query'
import { timeWords } from '@/lib/time'
import { texts } from './texts'

const rounded = (value: number): string => String(Math.round(value * 10) / 10)

/** Parts that say nothing about anybody are left out, so that the table fits a telephone. */
export const telling = (candidates: AssignmentView['candidates']): FitPart[] =>
  FIT_PARTS.filter((part) => candidates.some(({ parts }) => parts[part] !== candidates[0]?.parts[part]))

const Candidates = ({ assignment }: { assignment: AssignmentView }) => {
  const shown = telling(assignment.candidates)
  const head = [texts.candidateName, ...shown.map((part) => texts.parts[part]), texts.candidateScore]
  const rows = assignment.candidates.map(({ name, parts, score }) => [name, ...shown.map((part) => rounded(parts[part])), rounded(score)])
  return (
    <View className="h-col tight">
      <Text className="h-bold">{texts.candidates}</Text>
      <Table label={texts.candidates} head={head} rows={rows} {...(assignment.chosen ? { on: assignment.chosen } : {})} />
      <Text className="h-note">{texts.candidatesNote}</Text>
    </View>
  )
}

const Assignment = ({ assignment }: { assignment: AssignmentView }) => (
  <View className="w-question">
    <Text className="h-bold">{assignment.chosen ? texts.assignmentTo(assignment.chosen) : texts.assignmentNobody}</Text>
    <Text className="h-note">
      {[timeWords(assignment.at), texts.assignmentBy[assignment.by], assignment.rule ? texts.assignmentRule(assignment.rule) : '']
        .filter(Boolean)
        .join(' · ')}
    </Text>
    {assignment.why ? <Text>{assignment.why}</Text> : null}
    {assignment.candidates.length > 0 ? <Candidates assignment={assignment} /> : null}
  </View>
)

const Assignments = ({ caseId }: { caseId: string }) => {
  const list = useCall('assignments.forCase', { params: { id: caseId } })
  if (list.isPending) return <Loading cards={1} />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (list.data.items.length === 0) return <Text className="h-note">{texts.assignmentNone}</Text>
  return (
    <View>
      {list.data.items.map((assignment) => (
        <Assignment key={`${assignment.at}${assignment.by}`} assignment={assignment} />
      ))}
    </View>
  )
}

/** Why it was given to whom: who came into question, and what counted how much. */
export const AssignmentSheet = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => (
  <Sheet open title={texts.assignment} onClose={onClose}>
    <Assignments caseId={caseId} />
  </Sheet>
)
