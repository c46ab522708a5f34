import type { CaseView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { statusWords } from '../urgency'
import { openStaffCase } from '../views'
import { texts } from './texts'

const TellSheet = ({ caseId, count, onClose }: { caseId: string; count: number; onClose: () => void }) => {
  const [text, setText] = useState('')
  const { busy, act } = useAct()
  const tell = () =>
    act(async (key) => {
      const { told } = await call('linked.tell', { params: { id: caseId }, body: { text: text.trim() }, key })
      toast(texts.told(told))
      onClose()
      await invalidate('messages.list', 'linked.list')
    })
  return (
    <Sheet open title={texts.tellTitle} onClose={onClose}>
      <Text className="h-note">{texts.tellNote}</Text>
      <Field label={texts.tellLabel} value={text} onChange={setText} max={2000} long placeholder={texts.tellPlaceholder} />
      <Button busy={busy} disabled={!text.trim()} onPress={() => void tell()}>
        {texts.tellSend(count)}
      </Button>
    </Sheet>
  )
}

const Linked = ({ caseId, wide }: { caseId: string; wide: boolean }) => {
  const list = useCall('linked.list', { params: { id: caseId } })
  if (list.isPending) return <Loading cards={1} />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  return (
    <View>
      {list.data.items
        .filter(({ id }) => id !== caseId)
        .map((one) => (
          <Entry
            key={one.id}
            title={one.title}
            note={[one.by, one.number, statusWords(one), timeWords(one.createdAt), one.unread > 0 ? texts.unread(one.unread) : '']
              .filter(Boolean)
              .join(' · ')}
            onPress={() => openStaffCase(one.id, wide)}
          />
        ))}
    </View>
  )
}

/** The cases that are handled together with this one, or the one with which it is. */
export const LinkedCard = ({ view, wide }: { view: CaseView; wide: boolean }) => {
  const [shown, setShown] = useState(false)
  const [telling, setTelling] = useState(false)
  const { linked } = view
  if (!linked) return null
  const { leadId, leadNumber, followers } = linked
  return (
    <Card tone="sky">
      <View className="h-col tight">
        <Text className="h-head">{texts.linkedTitle}</Text>
        {leadId ? <Text>{texts.followerOf(leadNumber ?? '')}</Text> : null}
        {leadId ? (
          <Button look="ghost" onPress={() => openStaffCase(leadId, wide)}>
            {texts.openLead}
          </Button>
        ) : null}
        {followers > 0 ? <Text>{texts.leadOf(followers)}</Text> : null}
        {followers > 0 && shown ? <Linked caseId={view.id} wide={wide} /> : null}
        {followers > 0 && !shown ? (
          <Button look="ghost" onPress={() => setShown(true)}>
            {texts.linkedShow}
          </Button>
        ) : null}
        {view.can.includes('tellLinked') ? <Button onPress={() => setTelling(true)}>{texts.tell}</Button> : null}
      </View>
      {telling ? <TellSheet caseId={view.id} count={followers + 1} onClose={() => setTelling(false)} /> : null}
    </Card>
  )
}
