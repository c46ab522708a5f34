import type { DocketView } from '@shared/archive/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { toastAnd, useAct } from '@/lib/use-act'
import type { PartProps } from '../case/use-staff-case'
import { lacking } from './docket-words'
import { texts } from './texts'

/** Asks once more, with what the file lacks, before it is frozen for good. */
export const ArchiveSheet = ({ docket, view, show, refresh, onClose }: PartProps & { docket: DocketView; onClose: () => void }) => {
  const { busy, act } = useAct()
  const absent = lacking(docket.items)
  const archive = () =>
    act(async () => {
      show(await call('cases.move', { params: { id: view.id }, body: { move: 'archive', revision: view.revision } }))
      toast(texts.archived)
      onClose()
      await invalidate('docket.get')
    }, toastAnd(refresh))
  return (
    <Sheet open title={texts.archive} onClose={onClose}>
      <Text>{texts.archiveAsk}</Text>
      {absent.length > 0 ? (
        <View className="h-card amber">
          <Text>{texts.archiveLacking(absent.join('、'))}</Text>
        </View>
      ) : null}
      <Text className="h-error">{texts.cannotUndo}</Text>
      <Button look="danger" busy={busy} onPress={() => void archive()}>
        {texts.archiveSure}
      </Button>
    </Sheet>
  )
}
