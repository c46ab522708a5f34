import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { pressable } from '@/components/pressable'
import { RegionPicker } from '@/components/region-picker'
import { pathWords } from '@/features/submit/draft'
import { texts } from '../texts'
import type { Proposal } from './propose-draft'

export interface StepProps {
  draft: Proposal
  change: (part: Partial<Proposal>) => void
  error: string
}

/** Step 1: what, in one sentence. */
export const What = ({ draft, change, error }: StepProps) => (
  <>
    <Text className="h-title">{texts.whatTitle}</Text>
    <Text className="h-soft">{texts.whatNote}</Text>
    <Field
      long="short"
      value={draft.title}
      onChange={(title) => change({ title })}
      max={60}
      placeholder={texts.whatPlaceholder}
      error={error}
    />
  </>
)

/** Step 2: why it should be talked over. */
export const Why = ({ draft, change, error }: StepProps) => (
  <>
    <Text className="h-title">{texts.whyTitle}</Text>
    <Text className="h-soft">{texts.whyNote}</Text>
    <Field long value={draft.text} onChange={(text) => change({ text })} max={1000} placeholder={texts.whyPlaceholder} error={error} />
  </>
)

/** Step 3: whose matter it is, by place. */
export const Where = ({ draft, change, error }: StepProps) => (
  <>
    <Text className="h-title">{texts.whereTitle}</Text>
    <Text className="h-soft">{texts.whereNote}</Text>
    {draft.region.length > 1 ? (
      <Card tone="soft">
        <View className="h-row spread">
          <View className="h-grow">
            <Text className="h-note h-block">{texts.whereChosen}</Text>
            <Text className="h-bold">{pathWords(draft.region)}</Text>
          </View>
          <View className="h-link h-nowrap" {...pressable(() => change({ region: [] }))}>
            <Text>{texts.whereAgain}</Text>
          </View>
        </View>
      </Card>
    ) : null}
    {error ? (
      <View className="h-error" role="alert">
        <Text>{error}</Text>
      </View>
    ) : null}
    {draft.region.at(-1)?.level === 'village' ? null : (
      <RegionPicker path={draft.region} onChange={(region) => change({ region })} deepest="village" />
    )}
  </>
)
