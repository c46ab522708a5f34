import { categoryName } from '@shared/cases/categories'
import { KIND_NAMES } from '@shared/cases/words'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { nearPlace } from '@/lib/place-words'
import { usePages } from '@/lib/query'
import { dateOf } from '@/lib/time'
import { texts } from '../texts'
import { dayName } from '../words'

/** What people wrote, as far as they allow and without who they are. */
export const WordingsCard = ({ id }: { id: string }) => {
  const pages = usePages('signals.wordings', { params: { id }, query: {} })
  const year = dateOf(Date.now()).slice(0, 4)
  return (
    <Card>
      <Text className="h-head">{texts.wordings}</Text>
      <View>
        <Text className="h-note">{texts.wordingsNote}</Text>
      </View>
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.noWordings} />}>
        {pages.items.map(({ id: wording, text, kind, category, regionName, week }) => (
          <View key={wording} className="g-wording">
            <View className="h-pre">
              <Text>{text}</Text>
            </View>
            <Text className="h-note">
              {[KIND_NAMES[kind], categoryName(category), nearPlace(regionName), texts.weekOf(dayName(week, year))].join(' · ')}
            </Text>
          </View>
        ))}
      </PagedList>
    </Card>
  )
}
