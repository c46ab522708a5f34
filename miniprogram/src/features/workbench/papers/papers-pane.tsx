import type { CaseView } from '@shared/cases/schemas'
import type { PaperKind } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { pressable } from '@/components/pressable'
import { PaperPart } from './paper-part'
import { PapersTab } from './papers-tab'
import { texts } from './texts'
import type { FrameProps, PaperWays } from './ways'
import { WritePart } from './write-part'

type Shown = { at: 'list' } | { at: 'paper'; id: string } | { at: 'write'; kind?: PaperKind; id?: string }

/** A frame within the pane: what is there, its buttons below. The way back is drawn above it. */
const PaneFrame = ({ title, footer, children }: FrameProps) => (
  <View className="h-col" role="region" aria-label={title}>
    {children}
    {footer ? <View className="h-row w-pane-foot">{footer}</View> : null}
  </View>
)

/** Papers beside the list of cases on a wide window, one screen after the other in the same place. */
export const PapersPane = ({ view }: { view: CaseView }) => {
  const [shown, setShown] = useState<Shown>({ at: 'list' })
  const toPaper = (id: string) => setShown({ at: 'paper', id })
  const leave = () => (shown.at === 'write' && shown.id ? toPaper(shown.id) : setShown({ at: 'list' }))
  const ways: PaperWays = {
    Frame: PaneFrame,
    show: toPaper,
    written: toPaper,
    write: (what) => setShown('kind' in what ? { at: 'write', kind: what.kind } : { at: 'write', id: what.paperId }),
    leave,
  }
  return (
    <View className="h-col">
      {shown.at === 'list' ? null : (
        <View className="h-link" {...pressable(leave)}>
          <Text>{texts.toList}</Text>
        </View>
      )}
      {shown.at === 'list' ? <PapersTab view={view} ways={ways} /> : null}
      {shown.at === 'paper' ? <PaperPart key={shown.id} id={shown.id} ways={ways} /> : null}
      {shown.at === 'write' ? <WritePart view={view} ways={ways} kind={shown.kind} id={shown.id} /> : null}
    </View>
  )
}
