import { AVOIDANCE_STATES, type AvoidanceView } from '@shared/dispatch/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { usePages } from '@/lib/query'
import { openStaffCase } from '../views'
import { DecideSheet } from './avoidance-sheets'
import { AvoidanceWords } from './avoidance-words'
import { texts } from './texts'

const NAMES = { open: texts.avoidanceOpen, granted: texts.avoidanceGranted, refused: texts.avoidanceRefused }

/** Requests for another mediator in the dispatcher's regions. */
export const AvoidanceList = ({ wide }: { wide: boolean }) => {
  const [state, setState] = useState<AvoidanceView['state']>('open')
  const [deciding, setDeciding] = useState<AvoidanceView | null>(null)
  const pages = usePages('avoidance.list', { query: { state } })
  const empty =
    state === 'open' ? (
      <EmptyState title={texts.avoidanceEmpty} note={texts.avoidanceEmptyNote} />
    ) : (
      <EmptyState title={texts.avoidanceNone} />
    )
  return (
    <View className="h-col">
      <Tabs items={AVOIDANCE_STATES.map((key) => ({ key, name: NAMES[key] }))} active={state} onChange={setState} />
      <PagedList pages={pages} count={pages.items.length} empty={empty}>
        {pages.items.map((request) => (
          <Card key={request.id}>
            <AvoidanceWords request={request} title={request.caseTitle} />
            <Text className="h-note">{`${request.caseNumber} · ${texts.askedBy[request.by]}`}</Text>
            <View className="h-row w-quick">
              {request.can.includes('decide') ? <Button onPress={() => setDeciding(request)}>{texts.decide}</Button> : null}
              <Button look="ghost" onPress={() => openStaffCase(request.caseId, wide)}>
                {texts.openCase}
              </Button>
            </View>
          </Card>
        ))}
      </PagedList>
      {deciding ? <DecideSheet request={deciding} onClose={() => setDeciding(null)} /> : null}
    </View>
  )
}
