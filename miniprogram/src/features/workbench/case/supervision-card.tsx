import type { SupervisionView } from '@shared/supervision/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { toast } from '@/components/toast'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { fullTimeWords, timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { AgainSheet, ReplySheet, SuperviseSheet } from './supervision-sheets'
import { texts } from './texts'
import type { PartProps } from './use-staff-case'

const TONES = { waiting: 'amber', replied: 'sky', done: 'neutral' } as const

interface ThreadProps {
  supervision: SupervisionView
  onReply: () => void
  onAgain: () => void
}

/** One question from above with its answers, and what the reader can do about it. */
export const Thread = ({ supervision, onReply, onAgain }: ThreadProps) => {
  const { id, state, words, dueAt, overdue, can } = supervision
  const { busy, act } = useAct()
  const settle = () =>
    act(async () => {
      await call('supervisions.judge', { params: { id }, body: { done: true } })
      toast(texts.judged)
      await invalidate('supervisions.forCase', 'supervisions.list', 'cases.get')
    })
  return (
    <View className="w-question">
      <View className="h-row spread">
        <Text className={overdue ? 'h-error' : 'h-note'}>
          {state !== 'waiting' ? '' : overdue ? texts.supervisionOverdue : texts.supervisionDue(fullTimeWords(dueAt))}
        </Text>
        <Chip tone={TONES[state]}>{texts.supervisionStates[state]}</Chip>
      </View>
      {words.map(({ at, by, side, text }) => (
        <View key={`${at}${text}`} className={side === 'owner' ? 'w-quote' : ''}>
          <Text>{`${by}：${text}`}</Text>
          <View>
            <Text className="h-note">{timeWords(at)}</Text>
          </View>
        </View>
      ))}
      {can.includes('reply') ? <Button onPress={onReply}>{texts.supervisionReply}</Button> : null}
      {can.includes('judge') && state === 'replied' ? (
        <View className="h-row w-quick w-flat">
          <Button look="ghost" onPress={onAgain}>
            {texts.judgeAgain}
          </Button>
          <Button busy={busy} onPress={() => void settle()}>
            {texts.judgeDone}
          </Button>
        </View>
      ) : null}
    </View>
  )
}

/** Questions from above that must be answered 督办, with their answers; asking and answering. */
export const SupervisionCard = ({ view }: PartProps) => {
  const [opened, setOpened] = useState<{ what: 'reply' | 'again' | 'ask'; id: string } | null>(null)
  const reads = ['owner', 'dispatcher', 'supervisor'].includes(view.relation)
  // Whoever comes from a message about a question sees it, though they have just been here.
  const list = useCall('supervisions.forCase', { params: { id: view.id } }, { enabled: reads, staleTime: 0 })
  const items = list.data?.items ?? []
  // One question at a time: the one that is the reader's to judge is not done yet.
  const mayAsk = view.can.includes('supervise') && !items.some(({ can }) => can.includes('judge'))
  if (items.length === 0 && !mayAsk) return null
  const close = () => setOpened(null)
  return (
    <Card>
      <View className="h-head w-head">
        <Text>{texts.supervision}</Text>
      </View>
      {items.map((one) => (
        <Thread
          key={one.id}
          supervision={one}
          onReply={() => setOpened({ what: 'reply', id: one.id })}
          onAgain={() => setOpened({ what: 'again', id: one.id })}
        />
      ))}
      {mayAsk ? (
        <Button look="ghost" onPress={() => setOpened({ what: 'ask', id: '' })}>
          {texts.supervise}
        </Button>
      ) : null}
      {opened?.what === 'ask' ? <SuperviseSheet caseId={view.id} onClose={close} /> : null}
      {opened?.what === 'reply' ? <ReplySheet id={opened.id} onClose={close} /> : null}
      {opened?.what === 'again' ? <AgainSheet id={opened.id} onClose={close} /> : null}
    </Card>
  )
}
