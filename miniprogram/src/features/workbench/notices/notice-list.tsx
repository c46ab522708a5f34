import { KIND_NAMES } from '@shared/cases/words'
import type { NoticeView } from '@shared/notices/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip, type Tone } from '@/components/chip'
import { PagedList } from '@/components/paged-list'
import { Sheet } from '@/components/sheet'
import { EmptyState } from '@/components/states'
import { toast } from '@/components/toast'
import { invalidate, usePages } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { toastAnd, useAct } from '@/lib/use-act'
import { usePlace } from '@/lib/use-place'
import { texts } from './texts'

const TONES: Record<NoticeView['state'], Tone> = {
  checking: 'sky',
  sending: 'amber',
  sent: 'bamboo',
  refused: 'seal',
  withdrawn: 'neutral',
}
const EVERY = 15_000
const reload = () => invalidate('notices.list')

const To = ({ regionCodes, kinds }: Pick<NoticeView, 'regionCodes' | 'kinds'>) => {
  const [first = ''] = regionCodes
  const name = usePlace(first) || first
  const where = regionCodes.length > 1 ? texts.regionsMore(name, regionCodes.length) : name
  return <Text className="h-note h-block">{texts.to(where, kinds.map((kind) => KIND_NAMES[kind]).join('、'))}</Text>
}

const WithdrawSheet = ({ notice, onClose }: { notice: NoticeView; onClose: () => void }) => {
  const { busy, act } = useAct()
  const withdraw = () =>
    act(
      async () => {
        await call('notices.withdraw', { params: { id: notice.id } })
        toast(texts.withdrawn)
        onClose()
        await reload()
      },
      toastAnd(() => {
        onClose()
        return reload()
      }),
    )
  return (
    <Sheet open title={texts.withdrawTitle} onClose={onClose}>
      <Text>{texts.withdrawNote}</Text>
      <Button look="danger" busy={busy} onPress={() => void withdraw()}>
        {texts.withdraw}
      </Button>
    </Sheet>
  )
}

const toldWords = ({ state, told }: NoticeView): string => (state !== 'sent' ? '' : told > 0 ? texts.told(told) : texts.toldFew)

const NoticeCard = ({ notice, onWithdraw }: { notice: NoticeView; onWithdraw: () => void }) => (
  <Card>
    <View className="h-row spread top">
      <Text className="h-bold h-grow">{notice.title}</Text>
      <Chip tone={TONES[notice.state]}>{texts.states[notice.state]}</Chip>
    </View>
    <Text className="h-note h-block">{texts.by(notice.by, timeWords(notice.at))}</Text>
    <To {...notice} />
    <View className="w-quote">
      <Text>{notice.text}</Text>
    </View>
    {notice.reason ? <Text className="h-error h-block w-after">{texts.refusedWhy(notice.reason)}</Text> : null}
    {toldWords(notice) ? <Text className="h-block w-after">{toldWords(notice)}</Text> : null}
    {notice.can.includes('withdraw') ? (
      <View className="w-quick">
        <Button look="ghost" label={`${texts.withdraw} ${notice.title}`} onPress={onWithdraw}>
          {texts.withdraw}
        </Button>
      </View>
    ) : null}
  </Card>
)

/** The notices of the reader's regions, newest first. */
export const NoticeList = () => {
  const [withdrawing, setWithdrawing] = useState<NoticeView | null>(null)
  const pages = usePages('notices.list', { query: {} }, { refetchInterval: EVERY })
  return (
    <>
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.empty} note={texts.emptyNote} />}>
        {pages.items.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} onWithdraw={() => setWithdrawing(notice)} />
        ))}
      </PagedList>
      {withdrawing ? <WithdrawSheet notice={withdrawing} onClose={() => setWithdrawing(null)} /> : null}
    </>
  )
}
