import type { BriefView } from '@shared/briefs/schemas'
import { Text } from '@tarojs/components'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { back } from '@/lib/navigate'
import { call } from '@/lib/request'
import { useWide } from '@/lib/wide'
import { texts } from '../texts'
import { useBriefDesk } from '../views'
import { useBriefAct } from './use-brief-act'

/** Takes a signature back, or says that one will not sign. */
export const UnsignSheet = ({ brief, onClose }: { brief: BriefView; onClose: () => void }) => {
  const wide = useWide() && process.env.TARO_ENV === 'h5'
  // who takes no part in it any more cannot see it either
  const leave = () => {
    onClose()
    useBriefDesk.setState({ selected: null })
    if (!wide) back()
  }
  const { busy, make } = useBriefAct(leave)
  const words = brief.can.includes('sign') ? texts.declineSign : texts.unsign
  return (
    <Sheet open title={words} onClose={onClose}>
      <Text>{texts.unsignNote}</Text>
      <Button
        look="danger"
        busy={busy}
        onPress={() => void make(() => call('briefs.unsign', { params: { id: brief.id } }), texts.unsigned)}
      >
        {texts.confirm(words)}
      </Button>
    </Sheet>
  )
}
