import { type DocketView, RETENTION_NAMES, RETENTIONS, type Retention } from '@shared/archive/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Option } from '@/components/option'
import { Photos } from '@/components/photos'
import { Sheet } from '@/components/sheet'
import { ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { saveFile } from '@/lib/save-file'
import { fullTimeWords, timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import type { PartProps } from '../case/use-staff-case'
import { ArchiveSheet } from './archive-sheet'
import { lacking } from './docket-words'
import { IndexCard } from './index-card'
import { SupplementSheet } from './supplement-sheet'
import { texts } from './texts'

type Opened = 'archive' | 'supplement' | 'retention'

const RetentionSheet = ({ docket, onClose }: { docket: DocketView; onClose: () => void }) => {
  const { act } = useAct()
  const choose = (retention: Retention) =>
    act(async () => {
      await call('docket.retention', { params: { id: docket.caseId }, body: { retention } })
      toast(texts.retentionSaved)
      onClose()
      await invalidate('docket.get')
    })
  return (
    <Sheet open title={texts.retention} onClose={onClose}>
      <Text className="h-note">{texts.retentionNote}</Text>
      {RETENTIONS.map((each) => (
        <Option key={each} title={RETENTION_NAMES[each]} on={each === docket.retention} onPress={() => void choose(each)} />
      ))}
    </Sheet>
  )
}

const HeadCard = ({ docket, onRetention }: { docket: DocketView; onRetention: (() => void) | undefined }) => {
  const absent = lacking(docket.items).length
  return (
    <Card tone="soft">
      <View className="h-row spread wrap">
        <Text className="h-head">{docket.number ? texts.number(docket.number) : texts.title}</Text>
        {absent > 0 && !docket.frozenAt ? <Chip tone="amber">{texts.missing(absent)}</Chip> : null}
      </View>
      <Text className="h-note">{docket.frozenAt ? texts.frozen(fullTimeWords(docket.frozenAt)) : texts.live}</Text>
      <View className="h-row spread">
        <Text>{`${texts.retention}：${RETENTION_NAMES[docket.retention]}`}</Text>
        {onRetention ? (
          <Button small look="ghost" label={texts.retention} onPress={onRetention}>
            {texts.change}
          </Button>
        ) : null}
      </View>
      {docket.digest ? (
        <View className="w-digest">
          <Text className="h-note" userSelect>{`${texts.digest} ${docket.digest}`}</Text>
        </View>
      ) : null}
    </Card>
  )
}

const Downloads = ({ docket }: { docket: DocketView }) => {
  const document = useAct()
  const whole = useAct()
  if (!docket.can.includes('download')) return null
  const params = { id: docket.caseId }
  return (
    <View className="h-row wrap w-buttons">
      <Button
        look="ghost"
        busy={document.busy}
        onPress={() => void document.act(() => saveFile('docket.document', { params }, `${texts.title} ${docket.caseNumber}.docx`))}
      >
        {texts.download}
      </Button>
      <Button
        look="ghost"
        busy={whole.busy}
        onPress={() => void whole.act(() => saveFile('docket.zip', { params }, `${texts.title} ${docket.caseNumber}.zip`))}
      >
        {texts.downloadAll}
      </Button>
    </View>
  )
}

const Supplements = ({ docket }: { docket: DocketView }) =>
  docket.supplements.length === 0 ? null : (
    <Card>
      <Text className="h-head">{texts.supplements}</Text>
      {docket.supplements.map(({ id, title, note, by, at, files }) => (
        <View key={id} className="w-question">
          <Text className="h-bold">{title}</Text>
          <Text className="h-note">{`${by} · ${timeWords(at)}`}</Text>
          <Text>{note}</Text>
          <Photos files={files} />
        </View>
      ))}
    </Card>
  )

/** The case's file as it stands: what is in it and on which page, to be frozen, added to, taken along. */
export const DocketTab = (props: PartProps) => {
  const { view } = props
  const query = useCall('docket.get', { params: { id: view.id } })
  const [open, setOpen] = useState<Opened | null>(null)
  if (query.isPending) return <Loading />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const docket = query.data
  const close = () => setOpen(null)
  return (
    <View className="h-col">
      <HeadCard docket={docket} onRetention={docket.can.includes('setRetention') ? () => setOpen('retention') : undefined} />
      <Downloads docket={docket} />
      <IndexCard docket={docket} />
      <Supplements docket={docket} />
      {docket.can.includes('archive') && view.can.includes('archive') ? (
        <Button look="danger" onPress={() => setOpen('archive')}>
          {texts.archive}
        </Button>
      ) : null}
      {docket.can.includes('addSupplement') ? (
        <Button look="ghost" onPress={() => setOpen('supplement')}>
          {texts.supplement}
        </Button>
      ) : null}
      {open === 'archive' ? <ArchiveSheet {...props} docket={docket} onClose={close} /> : null}
      {open === 'supplement' ? <SupplementSheet caseId={view.id} onClose={close} /> : null}
      {open === 'retention' ? <RetentionSheet docket={docket} onClose={close} /> : null}
    </View>
  )
}
