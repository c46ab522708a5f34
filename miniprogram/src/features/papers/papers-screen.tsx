import type { PaperItem } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Page } from '@/components/page'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { timeWords } from '@/lib/time'
import { nextOf, standing } from './paper-words'
import { texts } from './texts'

const Paper = ({ paper }: { paper: PaperItem }) => {
  const { words, tone } = standing(paper)
  return (
    <Card onPress={() => open('paper', { id: paper.id })}>
      <View className="h-row spread top">
        <Text className="h-bold h-grow">{paper.title}</Text>
        <Chip tone={tone}>{words}</Chip>
      </View>
      <Text className="h-block">{nextOf(paper)}</Text>
      <Text className="h-note">{paper.number ? texts.number(paper.number) : texts.updated(timeWords(paper.updatedAt))}</Text>
    </Card>
  )
}

/** The papers of a case as its parties see them: which wait for me, which count already. */
export const PapersScreen = () => {
  const id = useRouter().params.id ?? ''
  const query = useCall('papers.list', { params: { id } })
  const items = query.data?.items ?? []
  return (
    <Page title={texts.listTitle}>
      <Text className="h-title">{texts.listHead}</Text>
      <Text className="h-note">{texts.listNote}</Text>
      {query.isPending ? <Loading /> : null}
      {query.isError && !query.data ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && items.length === 0 ? <EmptyState title={texts.none} note={texts.noneNote} /> : null}
      {items.map((paper) => (
        <Paper key={paper.id} paper={paper} />
      ))}
    </Page>
  )
}
