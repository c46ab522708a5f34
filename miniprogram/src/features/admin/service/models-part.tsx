import type { ModelView } from '@shared/understanding/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Sheet } from '@/components/sheet'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { toastAnd, useAct } from '@/lib/use-act'
import { texts } from './texts'

const share = (value: number): string => `${(value * 100).toFixed(1)}%`
const size = (bytes: number): string => (bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`)
const reload = () => invalidate('models.list')

const scoreWords = ({ macroF1, accuracy }: ModelView): string =>
  macroF1 === null || accuracy === null ? texts.modelNoScore : texts.modelScore(macroF1.toFixed(3), share(accuracy))

const UseSheet = ({ model, onClose }: { model: ModelView; onClose: () => void }) => {
  const { busy, act } = useAct()
  const use = () =>
    act(async () => {
      await call('models.activate', { params: { id: model.id } })
      toast(texts.modelUsed)
      onClose()
      await reload()
    }, toastAnd(reload))
  return (
    <Sheet open title={texts.modelUseTitle} onClose={onClose}>
      <Text>{texts.modelUseNote}</Text>
      <Text className="h-bold">{scoreWords(model)}</Text>
      <Button busy={busy} onPress={() => void use()}>
        {texts.modelUse}
      </Button>
    </Sheet>
  )
}

/** The trained models; which of them sorts what residents write. */
export const ModelsPart = () => {
  const list = useCall('models.list', {})
  const [chosen, choose] = useState<ModelView | null>(null)
  if (list.isPending) return <Loading />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  return (
    <View className="h-col">
      <Text>{texts.modelsNote}</Text>
      {list.data.items.length === 0 ? <EmptyState title={texts.modelNone} note={texts.modelNoneNote} /> : null}
      {list.data.items.map((model) => (
        <Card key={model.id}>
          <View className="h-row spread">
            <Text className="h-head h-grow">{texts.modelName(model.version)}</Text>
            <Chip tone={model.active ? 'bamboo' : 'neutral'}>{model.active ? texts.modelActive : texts.modelOld}</Chip>
          </View>
          <Text className="h-block">{scoreWords(model)}</Text>
          <Text className="h-note h-block">{texts.modelTrained(timeWords(model.trainedAt), model.messages, model.corrected)}</Text>
          <Text className="h-note h-block">{texts.modelSize(model.labels.length, size(model.bytes))}</Text>
          {model.active ? null : (
            <View className="w-quick">
              <Button look="ghost" label={`${texts.modelUse} ${texts.modelName(model.version)}`} onPress={() => choose(model)}>
                {texts.modelUse}
              </Button>
            </View>
          )}
        </Card>
      ))}
      {chosen ? <UseSheet model={chosen} onClose={() => choose(null)} /> : null}
    </View>
  )
}
