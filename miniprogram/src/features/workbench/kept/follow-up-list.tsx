import type { FollowUpView } from '@shared/feedback/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { usePages } from '@/lib/query'
import { openStaffCase } from '../views'
import { FollowUpSheet } from './follow-up-sheet'
import { FollowUpWords } from './follow-up-words'
import { texts } from './texts'

/** The calls and visits that are the reader's to make, nearest first. */
export const FollowUpList = ({ wide }: { wide: boolean }) => {
  const [state, setState] = useState<'open' | 'done'>('open')
  const [recording, setRecording] = useState<FollowUpView | null>(null)
  const pages = usePages('followUps.list', { query: { state } })
  const tabs = [
    { key: 'open', name: texts.open },
    { key: 'done', name: texts.finished },
  ] as const
  const empty =
    state === 'open' ? <EmptyState title={texts.emptyOpen} note={texts.emptyOpenNote} /> : <EmptyState title={texts.emptyDone} />
  return (
    <View className="h-col">
      <Tabs items={tabs} active={state} onChange={setState} />
      <PagedList pages={pages} count={pages.items.length} empty={empty}>
        {pages.items.map((followUp) => (
          <Card key={followUp.id} className={`w-item ${followUp.state === 'open' && followUp.overdue ? 'late' : ''}`}>
            <FollowUpWords followUp={followUp} title={followUp.caseTitle} />
            <Text className="h-note">{`${followUp.caseNumber} · ${texts.round(followUp.round)}`}</Text>
            <View className="h-row w-quick">
              {followUp.can.includes('record') ? <Button onPress={() => setRecording(followUp)}>{texts.doFollowUp}</Button> : null}
              <Button look="ghost" onPress={() => openStaffCase(followUp.caseId, wide)}>
                {texts.openCase}
              </Button>
            </View>
          </Card>
        ))}
      </PagedList>
      {recording ? <FollowUpSheet followUp={recording} onClose={() => setRecording(null)} /> : null}
    </View>
  )
}
