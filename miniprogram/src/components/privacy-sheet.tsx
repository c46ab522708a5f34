import { Button as NativeButton, Text, View } from '@tarojs/components'
import { AGREE_BUTTON, answerPrivacy, openPrivacyGuide, usePrivacy } from '@/lib/privacy'
import { Button } from './button'
import { pressable } from './pressable'
import { Sheet } from './sheet'
import { texts } from './texts'

/** WeChat demands that its own button be pressed before photos, microphone or place may be used. */
export const PrivacySheet = () => {
  const waiting = usePrivacy((state) => state.pending.length > 0)
  if (process.env.TARO_ENV !== 'weapp') return null
  return (
    <Sheet open={waiting} title={texts.privacyTitle} onClose={() => answerPrivacy(false)}>
      <Text>{texts.privacyText}</Text>
      <View className="h-link" {...pressable(openPrivacyGuide, { role: 'link' })}>
        <Text>{texts.privacyGuide}</Text>
      </View>
      <NativeButton
        id={AGREE_BUTTON}
        className="h-btn nut-button"
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => answerPrivacy(true)}
      >
        {texts.agree}
      </NativeButton>
      <Button look="text" onPress={() => answerPrivacy(false)}>
        {texts.disagree}
      </Button>
    </Sheet>
  )
}
