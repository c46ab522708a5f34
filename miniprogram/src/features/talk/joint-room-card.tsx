import type { CaseView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { jointOf } from './rooms'
import { texts } from './texts'

const WORDS = {
  open: texts.jointBoth,
  wanted: texts.jointWanted,
  waiting: texts.jointWaiting,
  closed: texts.jointClosed,
} as const

const useJointRoom = (caseId: string, onDone: () => void) => {
  const { busy, act } = useAct()
  const set = (open: boolean) =>
    act(async () => {
      const { jointRoom } = await call('rooms.joint', { params: { id: caseId }, body: { open } })
      onDone()
      toast(open ? (jointRoom.open ? texts.jointBoth : texts.jointOpened) : texts.jointShut)
      await invalidate('cases.get')
    })
  return { busy, set }
}

/** The room in which both sides talk: opened by both, closed by either. */
export const JointRoomCard = ({ view }: { view: CaseView }) => {
  const [closing, setClosing] = useState(false)
  const { busy, set } = useJointRoom(view.id, () => setClosing(false))
  const state = jointOf(view)
  return (
    <Card tone={state === 'wanted' ? 'amber' : 'soft'}>
      <View className="h-col tight">
        <Text className="h-bold">{WORDS[state]}</Text>
        {state === 'open' ? null : <Text className="h-note">{texts.jointWhy}</Text>}
        {view.can.includes('openJointRoom') ? (
          <Button busy={busy} onPress={() => void set(true)}>
            {texts.jointOpen}
          </Button>
        ) : null}
        {view.can.includes('closeJointRoom') ? (
          <Button look="text" onPress={() => setClosing(true)}>
            {texts.jointClose}
          </Button>
        ) : null}
      </View>
      <Sheet open={closing} title={texts.jointCloseTitle} onClose={() => setClosing(false)}>
        <Text>{texts.jointCloseNote}</Text>
        <View className="h-stick h-row">
          <Button look="text" onPress={() => setClosing(false)}>
            {texts.cancel}
          </Button>
          <Button busy={busy} onPress={() => void set(false)}>
            {texts.jointClose}
          </Button>
        </View>
      </Sheet>
    </Card>
  )
}
