import { categoryName } from '@shared/cases/categories'
import type { CaseView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Photos } from '@/components/photos'
import { Voice } from '@/components/voice'
import { fileUrl } from '@/lib/upload'
import { texts } from './texts'

/** What was said when it was brought: words, voice, photos, place. */
export const WordsCard = ({ view }: { view: CaseView }) => (
  <Card>
    <View className="h-col tight">
      <View className="h-row spread">
        <Text className="h-head">{view.relation === 'respondent' ? texts.wordsOther : texts.words}</Text>
        <Text className="h-note">{categoryName(view.category)}</Text>
      </View>
      {view.text ? <Text className="h-pre">{view.text}</Text> : null}
      {view.audio ? <Voice src={fileUrl(view.audio.url)} /> : null}
      <Photos files={view.files} />
      <Text className="h-note">{`${texts.place}：${[view.regionName, view.address].filter(Boolean).join(' ')}`}</Text>
      <Text className="h-note">{texts.number(view.number)}</Text>
    </View>
  </Card>
)
