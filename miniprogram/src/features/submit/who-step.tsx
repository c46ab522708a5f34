import { topOf } from '@shared/cases/categories'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { ErrorState, Loading } from '@/components/states'
import { Toggle } from '@/components/toggle'
import { useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import type { StepProps } from './draft'
import { type Draft, subjectOf } from './draft'
import { texts } from './texts'

/** Whether the respondent's number can be one. */
export const phoneOk = (phone: string): boolean => phone.trim() === '' || /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(phone.trim())

const Mediators = ({ draft, onPick }: { draft: Draft; onPick: (mediator: Draft['mediator']) => void }) => {
  const regionCode = draft.region.at(-1)?.code ?? ''
  const category = topOf(subjectOf(draft)?.category ?? 'other')
  const mediators = useCall('mediators.list', { query: { regionCode, category } }, { enabled: regionCode !== '' })
  if (mediators.isPending) return <Loading cards={1} />
  if (mediators.isError) return <ErrorState error={mediators.error} onRetry={() => void mediators.refetch()} />
  return (
    <>
      <Option title={texts.mediatorAny} on={!draft.mediator} onPress={() => onPick(null)} />
      {mediators.data.items.length === 0 ? <Text className="h-soft">{texts.mediatorNone}</Text> : null}
      {mediators.data.items.map(({ id, name, load, organisationName }) => (
        <Option
          key={id}
          title={texts.mediatorLoad(name, load)}
          note={organisationName}
          on={draft.mediator?.id === id}
          onPress={() => onPick({ id, name })}
        />
      ))}
    </>
  )
}

const DisputeQuestions = ({ draft, change }: StepProps) => {
  const [choosing, setChoosing] = useState(false)
  const signedIn = useApp((state) => state.status === 'in')
  const pick = (mediator: Draft['mediator']) => {
    change({ mediator })
    setChoosing(false)
  }
  return (
    <>
      <Field
        label={texts.respondentName}
        value={draft.respondentName}
        onChange={(respondentName) => change({ respondentName })}
        placeholder={texts.respondentNamePlaceholder}
        max={40}
      />
      <Field
        label={texts.respondentPhone}
        value={draft.respondentPhone}
        onChange={(respondentPhone) => change({ respondentPhone })}
        placeholder={texts.respondentPhonePlaceholder}
        max={13}
        type="tel"
        error={phoneOk(draft.respondentPhone) ? undefined : texts.phoneBad}
      />
      <Card>
        <Toggle title={texts.anonymous} note={texts.anonymousNote} on={draft.anonymous} onChange={(anonymous) => change({ anonymous })} />
        {signedIn ? (
          <Entry title={texts.mediator} note={draft.mediator?.name ?? texts.mediatorNote} onPress={() => setChoosing(true)} />
        ) : null}
      </Card>
      <Sheet open={choosing} title={texts.mediator} onClose={() => setChoosing(false)}>
        <Mediators draft={draft} onPick={pick} />
      </Sheet>
    </>
  )
}

/** Step 3: the other side of a dispute; of anything else, whether it may help others to be heard. */
export const WhoStep = ({ draft, change }: StepProps) => {
  const kind = subjectOf(draft)?.kind
  const [dispute, hazard] = [kind === 'dispute', kind === 'hazard']
  return (
    <>
      <Text className="h-title">{dispute ? texts.whoTitle : texts.whoOthersTitle}</Text>
      <Text className="h-soft">{dispute ? texts.whoNote : texts.whoOthersNote}</Text>
      {dispute ? (
        <DisputeQuestions draft={draft} change={change} />
      ) : (
        <Card>
          <Toggle
            title={hazard ? texts.hazardUse : texts.opinionUse}
            note={hazard ? texts.hazardUseNote : texts.opinionUseNote}
            on={draft.opinionUse}
            onChange={(opinionUse) => change({ opinionUse })}
          />
        </Card>
      )}
    </>
  )
}
