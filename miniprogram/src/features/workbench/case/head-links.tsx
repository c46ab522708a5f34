import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { pressable } from '@/components/pressable'
import { AssignmentSheet } from './assignment-sheet'
import { ClassifySheet } from './classify-sheet'
import { texts } from './texts'
import type { PartProps } from './use-staff-case'

type Opened = 'classify' | 'assignment'

/** What the centre and the owner may look up or put right about where the case stands. */
export const HeadLinks = (props: PartProps) => {
  const { view } = props
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  const link = (words: string, what: Opened) => (
    <View className="h-link" {...pressable(() => setOpened(what))}>
      <Text>{words}</Text>
    </View>
  )
  return (
    <>
      <View className="h-row wrap w-links">
        {view.can.includes('classify') ? link(texts.classify, 'classify') : null}
        {view.can.includes('readAssignment') ? link(texts.assignmentOpen, 'assignment') : null}
      </View>
      {opened === 'classify' ? <ClassifySheet {...props} onClose={close} /> : null}
      {opened === 'assignment' ? <AssignmentSheet caseId={view.id} onClose={close} /> : null}
    </>
  )
}
