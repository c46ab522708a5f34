import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { pressable } from '@/components/pressable'
import { ProgressBar } from '@/components/progress-bar'
import { call } from '@/lib/request'
import { supportShare } from '../steps'
import { texts } from '../texts'
import { type PartProps, useTopicAct } from '../use-topic'

/** How many stand behind a proposal; who does may take it back. */
export const SupportCard = (part: PartProps) => {
  const { view } = part
  const { run } = useTopicAct(part)
  if (view.state !== 'proposed' || view.checking || view.supportNeeded === 0) return null
  const lacking = view.supportNeeded - view.supporters
  const takeBack = () =>
    run(() => call('consultations.support', { params: { id: view.id }, body: { support: false } }), texts.unsupportDone)
  return (
    <Card>
      <View className="h-row spread">
        <Text className="h-bold">{texts.supporters(view.supporters)}</Text>
        <Text className="h-note">{lacking > 0 ? texts.short(lacking) : texts.enough}</Text>
      </View>
      <View className="h-gapped">
        <ProgressBar share={supportShare(view)} label={texts.supportBar} />
      </View>
      {view.supported ? (
        <View className="h-row spread">
          <Text className="h-deep">{texts.supported}</Text>
          {view.can.includes('support') ? (
            <View className="h-link" {...pressable(() => void takeBack())}>
              <Text>{texts.unsupport}</Text>
            </View>
          ) : null}
        </View>
      ) : null}
    </Card>
  )
}
