import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { open } from '@/lib/navigate'
import { usePages } from '@/lib/query'
import { useApp } from '@/lib/store'
import { hasProposal } from '../propose/propose-draft'
import { texts } from '../texts'
import { ListFilters } from './list-filters'
import { type TopicView, useListScope, useTopicViews } from './list-scope'
import { TopicCard } from './topic-card'

const EVERY = 30_000

const useTopics = (view: TopicView) => {
  const { region, state } = useListScope()
  const signedIn = useApp((app) => app.status === 'in')
  // what is one's own, or waits for one, is never hidden by a filter that was set for the others
  const filters = view === 'public' ? { ...(region ? { regionCode: region.code } : {}), ...(state ? { state } : {}) } : {}
  return usePages('consultations.list', { query: { view, ...filters } }, { enabled: signedIn, refetchInterval: EVERY })
}

/** The topics that everybody sees, one's own, and those that wait for one's work. */
export const TopicList = ({ wide, onOpen }: { wide: boolean; onOpen: (id: string) => void }) => {
  const views = useTopicViews()
  const { view: wanted, selected } = useListScope()
  const view = views.includes(wanted) ? wanted : 'public'
  const pages = useTopics(view)
  return (
    <View className="h-col">
      <Tabs
        items={views.map((key) => ({ key, name: texts.tabs[key] }))}
        active={view}
        onChange={(next) => useListScope.setState({ view: next })}
      />
      {view === 'public' ? <ListFilters /> : null}
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.empty[view]} note={texts.emptyNote[view]} />}>
        {pages.items.map((item) => (
          <TopicCard key={item.id} item={item} on={wide && selected === item.id} onOpen={() => onOpen(item.id)} />
        ))}
      </PagedList>
      <Button look={view === 'work' ? 'ghost' : 'primary'} onPress={() => open('propose')}>
        {hasProposal() ? texts.proposeUnsent : texts.propose}
      </Button>
    </View>
  )
}
