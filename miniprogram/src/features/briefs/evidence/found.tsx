import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { shortOf } from '../brief-words'
import { texts } from '../texts'

/** Something found that can be taken up as evidence. */
export const Found = ({ text, source, busy, onTake }: { text: string; source: string; busy: boolean; onTake: () => void }) => (
  <View className="b-quote">
    <Text className="h-pre h-block">{text}</Text>
    <View className="h-row spread">
      <Text className="h-note h-grow">{source}</Text>
      <Button small look="ghost" disabled={busy} label={`${texts.use} ${shortOf(text)}`} onPress={onTake}>
        {texts.use}
      </Button>
    </View>
  </View>
)
