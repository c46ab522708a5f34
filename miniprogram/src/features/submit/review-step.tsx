import { categoryName } from '@shared/cases/categories'
import { KIND_NAMES } from '@shared/cases/words'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '@/components/card'
import { KeptPhotos } from '@/components/photos'
import { pressable } from '@/components/pressable'
import { type Draft, pathWords, type Step, subjectOf } from './draft'
import { texts } from './texts'
import { KeptVoice } from './what-step'

interface PartProps {
  title: string
  onEdit: () => void
  children: ReactNode
}

const Part = ({ title, onEdit, children }: PartProps) => (
  <Card>
    <View className="h-row spread">
      <Text className="h-note">{title}</Text>
      <View className="h-link" {...pressable(onEdit, { label: `${texts.edit}：${title}` })}>
        <Text>{texts.edit}</Text>
      </View>
    </View>
    <View className="h-col tight">{children}</View>
  </Card>
)

const OtherSide = ({ draft }: { draft: Draft }) => {
  const respondent = [draft.respondentName, draft.respondentPhone].filter(Boolean).join(' ')
  return (
    <>
      <Text>{respondent || texts.reviewNobody}</Text>
      {draft.anonymous ? <Text className="h-note">{texts.reviewAnonymous}</Text> : null}
      {draft.mediator ? <Text className="h-note">{texts.reviewMediator(draft.mediator.name)}</Text> : null}
    </>
  )
}

/** Step 4: everything once more, each part a press away from being changed. */
export const ReviewStep = ({ draft, go }: { draft: Draft; go: (step: Step) => void }) => {
  const subject = subjectOf(draft)
  const dispute = subject?.kind === 'dispute'
  return (
    <>
      <Text className="h-title">{texts.reviewTitle}</Text>
      <Part title={texts.reviewWhat} onEdit={() => go('what')}>
        {subject ? <Text className="h-bold">{`${KIND_NAMES[subject.kind]} · ${categoryName(subject.category)}`}</Text> : null}
        {draft.join && subject?.kind === 'hazard' ? <Text className="h-note">{texts.reviewJoined(draft.join.name)}</Text> : null}
        {draft.text ? <Text className="h-pre">{draft.text}</Text> : null}
        {draft.voice ? <KeptVoice voice={draft.voice} /> : null}
        <KeptPhotos files={draft.photos} />
      </Part>
      <Part title={texts.reviewWhere} onEdit={() => go('where')}>
        <Text>{pathWords(draft.region)}</Text>
        {draft.address ? <Text>{draft.address}</Text> : null}
      </Part>
      {dispute || draft.opinionUse ? (
        <Part title={dispute ? texts.reviewWho : texts.whoOthersTitle} onEdit={() => go('who')}>
          {dispute ? <OtherSide draft={draft} /> : <Text>{subject?.kind === 'hazard' ? texts.reviewHazard : texts.reviewOpinion}</Text>}
        </Part>
      ) : null}
      <Text className="h-note">{texts.after}</Text>
    </>
  )
}
