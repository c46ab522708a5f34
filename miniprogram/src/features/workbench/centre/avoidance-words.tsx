import type { AvoidanceView } from '@shared/dispatch/schemas'
import { Text, View } from '@tarojs/components'
import { Chip, type Tone } from '@/components/chip'
import { timeWords } from '@/lib/time'
import { texts } from './texts'

const TONES: Record<AvoidanceView['state'], Tone> = { open: 'amber', granted: 'bamboo', refused: 'neutral' }
const NAMES: Record<AvoidanceView['state'], string> = {
  open: texts.avoidanceOpen,
  granted: texts.avoidanceGranted,
  refused: texts.avoidanceRefused,
}

/** Who asked for another mediator, why, and what was decided. */
export const AvoidanceWords = ({ request, title }: { request: AvoidanceView; title: string }) => (
  <View>
    <View className="h-row spread top">
      <Text className="h-bold h-grow">{title}</Text>
      <Chip tone={TONES[request.state]}>{NAMES[request.state]}</Chip>
    </View>
    <Text className="h-note">
      {[`${texts.mediator[request.state]} ${request.mediatorName}`, texts.askedAt(timeWords(request.askedAt))].join(' · ')}
    </Text>
    <View className="w-quote">
      <Text>{`${texts.reason}：${request.reason}`}</Text>
    </View>
    {request.decision ? (
      <View className="w-quote">
        <Text>{`${texts.decision}：${request.decision}`}</Text>
      </View>
    ) : null}
  </View>
)
