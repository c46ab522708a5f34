import type { CaseView } from '@shared/cases/schemas'
import type { DemandView } from '@shared/feedback/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip, type Tone } from '@/components/chip'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { useCall, usePages } from '@/lib/query'
import { timeWords } from '@/lib/time'
import { openStaffCase } from '../views'
import { JudgeSheet } from './demand-sheets'
import { texts } from './texts'

type State = DemandView['state']
const STATES: readonly State[] = ['open', 'unreasonable', 'reasonable']
const TONES: Record<State, Tone> = { open: 'amber', unreasonable: 'neutral', reasonable: 'bamboo' }
const NAMES: Record<State, string> = { open: texts.demandOpen, unreasonable: texts.demandUnreasonable, reasonable: texts.demandReasonable }
const TABS: Record<State, string> = {
  open: texts.demandOpen,
  unreasonable: texts.demandTabs.unreasonable,
  reasonable: texts.demandTabs.reasonable,
}

/** What is demanded, why it cannot be met, and what the centre says. */
const DemandWords = ({ demand, title }: { demand: DemandView; title: string }) => (
  <View>
    <View className="h-row spread top wrap">
      <Text className="h-bold h-grow">{title}</Text>
      <Chip tone={TONES[demand.state]}>{NAMES[demand.state]}</Chip>
    </View>
    <Text className="h-note">{texts.raisedBy(demand.raisedBy, timeWords(demand.raisedAt))}</Text>
    <View className="w-quote">
      <Text>{`${texts.demandSides[demand.side]}：${demand.what}`}</Text>
    </View>
    <View className="w-quote">
      <Text>{`${texts.demandWhy}：${demand.why}`}</Text>
    </View>
    {demand.judgement ? (
      <View className="w-quote">
        <Text>{`${texts.decision}：${demand.judgement}`}</Text>
      </View>
    ) : null}
  </View>
)

/** The demands of one case on which the centre was asked. */
export const DemandsCard = ({ view }: { view: CaseView }) => {
  const concerned = view.relation === 'owner' || view.relation === 'dispatcher'
  const list = useCall('demands.forCase', { params: { id: view.id } }, { enabled: concerned })
  const [judging, setJudging] = useState<DemandView | null>(null)
  if (!list.data || list.data.items.length === 0) return null
  return (
    <Card>
      <View className="h-head w-head">
        <Text>{texts.demands}</Text>
      </View>
      {list.data.items.map((demand) => (
        <View key={demand.id} className="w-question">
          <DemandWords demand={demand} title={texts.demandSides[demand.side]} />
          {demand.can.includes('judge') ? <Button onPress={() => setJudging(demand)}>{texts.judge}</Button> : null}
        </View>
      ))}
      {judging ? <JudgeSheet demand={judging} onClose={() => setJudging(null)} /> : null}
    </Card>
  )
}

/** Demands in the dispatcher's regions. */
export const DemandList = ({ wide }: { wide: boolean }) => {
  const [state, setState] = useState<State>('open')
  const [judging, setJudging] = useState<DemandView | null>(null)
  const pages = usePages('demands.list', { query: { state } })
  const empty =
    state === 'open' ? <EmptyState title={texts.demandEmpty} note={texts.demandEmptyNote} /> : <EmptyState title={texts.demandNone} />
  return (
    <View className="h-col">
      <Tabs items={STATES.map((key) => ({ key, name: TABS[key] }))} active={state} onChange={setState} />
      <PagedList pages={pages} count={pages.items.length} empty={empty}>
        {pages.items.map((demand) => (
          <Card key={demand.id}>
            <DemandWords demand={demand} title={demand.caseTitle} />
            <Text className="h-note">{demand.caseNumber}</Text>
            <View className="h-row w-quick">
              {demand.can.includes('judge') ? <Button onPress={() => setJudging(demand)}>{texts.judge}</Button> : null}
              <Button look="ghost" onPress={() => openStaffCase(demand.caseId, wide)}>
                {texts.openCase}
              </Button>
            </View>
          </Card>
        ))}
      </PagedList>
      {judging ? <JudgeSheet demand={judging} onClose={() => setJudging(null)} /> : null}
    </View>
  )
}
