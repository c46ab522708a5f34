import type { CheckState, CheckView } from '@shared/moderation/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip, type Tone } from '@/components/chip'
import { Field } from '@/components/field'
import { PagedList } from '@/components/paged-list'
import { Photos } from '@/components/photos'
import { Sheet } from '@/components/sheet'
import { EmptyState } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { toast } from '@/components/toast'
import { invalidate, usePages } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { toastAnd, useAct } from '@/lib/use-act'
import { texts } from './watch-texts'

const STATES = ['review', 'passed', 'refused'] as const
const TONES: Record<CheckState, Tone> = { review: 'amber', waiting: 'sky', passed: 'bamboo', refused: 'seal' }
const reload = () => invalidate('checks.list', 'notices.list')

const Shown = ({ check }: { check: CheckView }) => (
  <>
    {check.text ? (
      <View className="w-quote">
        <Text>{check.text}</Text>
      </View>
    ) : null}
    {check.file ? <Photos files={[check.file]} /> : null}
  </>
)

const DecideSheet = ({ check, onClose }: { check: CheckView; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const { busy, act } = useAct()
  const decide = (pass: boolean) =>
    act(
      async () => {
        const words = reason.trim() || texts.checkUsual
        await call('checks.decide', { params: { id: check.id }, body: { pass, reason: words } })
        toast(texts.checkDone)
        onClose()
        await reload()
      },
      toastAnd(() => {
        onClose()
        return reload()
      }),
    )
  return (
    <Sheet open title={texts.checkTitle} onClose={onClose}>
      <Shown check={check} />
      <Text className="h-note">{texts.checkWhy(check.why)}</Text>
      <Field label={texts.checkReason} value={reason} onChange={setReason} max={200} long="short" />
      <View className="h-stick h-row">
        <Button look="danger" busy={busy} disabled={!reason.trim()} onPress={() => void decide(false)}>
          {texts.checkRefuse}
        </Button>
        <Button busy={busy} onPress={() => void decide(true)}>
          {texts.checkPass}
        </Button>
      </View>
    </Sheet>
  )
}

/** What others would see, and a person has to look at first. */
export const CheckList = (_: { wide?: boolean }) => {
  const [state, setState] = useState<(typeof STATES)[number]>('review')
  const [deciding, setDeciding] = useState<CheckView | null>(null)
  const pages = usePages('checks.list', { query: { state } })
  const empty =
    state === 'review' ? <EmptyState title={texts.checkEmpty} note={texts.checkEmptyNote} /> : <EmptyState title={texts.checkNone} />
  return (
    <View className="h-col">
      <Tabs items={STATES.map((key) => ({ key, name: texts.checkTabs[key] }))} active={state} onChange={setState} />
      <PagedList pages={pages} count={pages.items.length} empty={empty}>
        {pages.items.map((check) => (
          <Card key={check.id}>
            <View className="h-row spread top">
              <Text className="h-bold h-grow">{texts.checkSubjects[check.subject]}</Text>
              <Chip tone={TONES[check.state]}>{texts.checkStates[check.state]}</Chip>
            </View>
            <Text className="h-note">{timeWords(check.askedAt)}</Text>
            <Shown check={check} />
            {check.why && check.state === 'review' ? <Text className="h-note h-block w-after">{texts.checkWhy(check.why)}</Text> : null}
            {check.reason ? (
              <Text className="h-note h-block w-after">{texts.checkDecided(check.decidedBy ?? texts.checkByWeChat, check.reason)}</Text>
            ) : null}
            {check.can.includes('decide') ? (
              <View className="w-quick">
                <Button onPress={() => setDeciding(check)}>{texts.checkDecide}</Button>
              </View>
            ) : null}
          </Card>
        ))}
      </PagedList>
      {deciding ? <DecideSheet check={deciding} onClose={() => setDeciding(null)} /> : null}
    </View>
  )
}
