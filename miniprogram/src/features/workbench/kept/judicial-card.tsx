import type { CaseView } from '@shared/cases/schemas'
import { JUDICIAL_STATE_NAMES, type JudicialView } from '@shared/obligations/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip, type Tone } from '@/components/chip'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { dayName } from '@/features/obligations/day-name'
import { open } from '@/lib/navigate'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { dateOf } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { JUDICIAL_NOTES, texts } from './texts'

const NEXT = ['applied', 'confirmed', 'refused', 'notWanted'] as const
type Next = (typeof NEXT)[number]
/** Ten days are little time for two people to go to court together. */
const SOON = 10

const RecordSheet = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const [state, setState] = useState<Next | null>(null)
  const [number, setNumber] = useState('')
  const { busy, act } = useAct()
  const numbered = state === 'applied' || state === 'confirmed' || state === 'refused'
  const save = () =>
    act(async () => {
      if (!state) return
      const given = numbered && number.trim() ? { courtNumber: number.trim() } : {}
      await call('judicial.set', { params: { id: caseId }, body: { state, ...given } })
      toast(texts.recorded)
      onClose()
      await invalidate('obligations.list', 'cases.get', 'docket.get')
    })
  return (
    <Sheet open title={texts.recordTitle} onClose={onClose}>
      <View className="h-col tight" role="radiogroup" aria-label={texts.recordTitle}>
        {NEXT.map((each) => (
          <Option key={each} title={texts.states[each]} on={each === state} onPress={() => setState(each)} />
        ))}
      </View>
      {numbered ? <Field label={texts.courtNumberLabel} value={number} onChange={setNumber} max={60} /> : null}
      <Button busy={busy} disabled={!state} onPress={() => void save()}>
        {texts.record}
      </Button>
    </Sheet>
  )
}

const toneOf = ({ state, daysLeft }: JudicialView): Tone => {
  if (state === 'open') return daysLeft <= 3 ? 'seal' : daysLeft <= SOON ? 'amber' : 'sky'
  return state === 'confirmed' ? 'bamboo' : state === 'applied' ? 'sky' : 'neutral'
}

/** How long both sides can still ask the court together, and what came of it. */
export const JudicialCard = ({ view, judicial }: { view: CaseView; judicial: JudicialView }) => {
  const [recording, setRecording] = useState(false)
  const { state, daysLeft, lastDay, court, courtNumber, paperId } = judicial
  const notes = [
    texts.court(court),
    state === 'open' ? texts.lastDay(dayName(lastDay, dateOf(Date.now()))) : '',
    courtNumber ? texts.courtNumber(courtNumber) : '',
  ]
  return (
    <Card>
      <View className="h-row spread">
        <Text className="h-head">{texts.judicial}</Text>
        <Chip tone={toneOf(judicial)}>{state === 'open' ? texts.daysLeft(daysLeft) : JUDICIAL_STATE_NAMES[state]}</Chip>
      </View>
      <Text className="h-note">{notes.filter(Boolean).join(' · ')}</Text>
      <View className="w-line">
        <Text>{JUDICIAL_NOTES[state]}</Text>
      </View>
      <View className="h-row w-quick">
        {paperId ? (
          <Button look="ghost" onPress={() => open('staffPaper', { id: paperId, case: view.id })}>
            {texts.openPaper}
          </Button>
        ) : null}
        {view.can.includes('setJudicial') ? (
          <Button look="ghost" onPress={() => setRecording(true)}>
            {texts.record}
          </Button>
        ) : null}
      </View>
      {recording ? <RecordSheet caseId={view.id} onClose={() => setRecording(false)} /> : null}
    </Card>
  )
}
