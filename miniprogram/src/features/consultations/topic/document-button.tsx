import { Button } from '@/components/button'
import { toast } from '@/components/toast'
import { saveFile } from '@/lib/save-file'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import type { PartProps } from '../use-topic'

/** The topic's history on one page, to print or pass on. */
export const DocumentButton = ({ view }: Pick<PartProps, 'view'>) => {
  const { busy, act } = useAct()
  const save = () =>
    act(async () => {
      await saveFile('consultations.document', { params: { id: view.id } }, texts.documentName(view.title))
      toast(texts.documentDone)
    })
  return (
    <Button look="ghost" busy={busy} onPress={() => void save()}>
      {texts.document}
    </Button>
  )
}
