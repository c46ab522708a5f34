import { CASE_STATUSES, isOpen } from '@shared/cases/words'
import { useState } from 'react'
import { Page } from '@/components/page'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { OutboxCards } from '@/features/submit/outbox-cards'
import { askLogin, open } from '@/lib/navigate'
import { usePages } from '@/lib/query'
import { useApp } from '@/lib/store'
import { CaseCard } from './case-card'
import { texts } from './texts'

const FILTERS = [
  { key: 'open', name: texts.filters.open },
  { key: 'all', name: texts.filters.all },
] as const
const OPEN = CASE_STATUSES.filter(isOpen)

const List = ({ filter }: { filter: 'open' | 'all' }) => {
  const pages = usePages('cases.list', { query: { view: 'mine', ...(filter === 'open' ? { status: OPEN } : {}) } })
  const empty = (
    <EmptyState
      title={filter === 'open' ? texts.emptyOpenTitle : texts.emptyTitle}
      note={texts.emptyNote}
      action={texts.emptyAction}
      onAction={() => open('submit')}
    />
  )
  return (
    <PagedList pages={pages} count={pages.items.length} empty={empty}>
      {pages.items.map((item) => (
        <CaseCard key={item.id} item={item} />
      ))}
    </PagedList>
  )
}

/** The resident's second tab: my cases, what has not been sent yet on top. */
export const MyCases = () => {
  const [filter, setFilter] = useState<'open' | 'all'>('open')
  const status = useApp((state) => state.status)
  return (
    <Page title={texts.mine} root>
      <OutboxCards />
      {status === 'out' ? (
        <EmptyState title={texts.loginTitle} note={texts.loginNote} action={texts.login} onAction={askLogin} />
      ) : (
        <>
          <Tabs items={FILTERS} active={filter} onChange={setFilter} />
          <List filter={filter} />
        </>
      )}
    </Page>
  )
}
