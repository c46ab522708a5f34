import type { Terms } from '@shared/identity/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { texts } from './texts'

interface Props {
  terms: Terms | null
  busy: boolean
  onAgree: () => void
  onRefuse: () => void
}

/** The privacy terms, to be agreed to before anything is stored. */
export const ConsentSheet = ({ terms, busy, onAgree, onRefuse }: Props) => (
  <Sheet open={terms !== null} title={texts.consentTitle} onClose={onRefuse}>
    <View className="h-terms">
      <Text className="h-pre">{terms?.text ?? ''}</Text>
    </View>
    <Button busy={busy} onPress={onAgree}>
      {texts.agree}
    </Button>
    <Button look="text" onPress={onRefuse}>
      {texts.disagree}
    </Button>
  </Sheet>
)
