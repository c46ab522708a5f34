import type { ObligationsView } from '@shared/obligations/schemas'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { ProgressBar } from '@/components/progress-bar'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { yuanWords } from '@/lib/money'
import { useCall } from '@/lib/query'
import { JudicialCard } from './judicial-card'
import { ObligationCard } from './obligation-card'
import { texts } from './texts'

const Totals = ({ totals }: Pick<ObligationsView, 'totals'>) => {
  const { promisedCents, doneCents, openCents, overdueCents } = totals
  if (promisedCents === 0) return null
  return (
    <Card tone="soft">
      <Text className="h-head h-block">{texts.total(yuanWords(promisedCents))}</Text>
      <View className="h-gapped">
        <ProgressBar share={doneCents / promisedCents} label={texts.progress} />
      </View>
      <View className="h-row spread wrap">
        <Text>{texts.paid(yuanWords(doneCents))}</Text>
        <Text className="h-bold">{texts.left(yuanWords(openCents))}</Text>
      </View>
      {overdueCents > 0 ? <Text className="h-late h-block">{texts.overdue(yuanWords(overdueCents))}</Text> : null}
    </Card>
  )
}

const WEIGHT = { open: 1, claimed: 1, done: 2, waived: 2 } as const

/** What waits for the reader first, then what is still open by its day, what is settled last. */
const inOrder = (items: ObligationsView['items']): ObligationsView['items'] => {
  const weight = ({ state, can }: ObligationsView['items'][number]) =>
    can.includes('claim') || (state === 'claimed' && can.includes('confirm')) ? 0 : WEIGHT[state]
  return [...items].sort((a, b) => weight(a) - weight(b) || a.dueOn.localeCompare(b.dueOn))
}

/** What was promised, what was kept, and how long the court can still be asked. */
export const ObligationsScreen = () => {
  const id = useRouter().params.id ?? ''
  const query = useCall('obligations.list', { params: { id } })
  const view = query.data
  return (
    <Page title={texts.title}>
      <Text className="h-title">{texts.head}</Text>
      {query.isPending ? <Loading /> : null}
      {query.isError && !view ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {view && view.items.length === 0 ? <EmptyState title={texts.none} note={texts.noneNote} /> : null}
      {view ? (
        <>
          <Totals totals={view.totals} />
          {inOrder(view.items).map((obligation) => (
            <ObligationCard key={obligation.id} obligation={obligation} />
          ))}
          {view.judicial ? <JudicialCard judicial={view.judicial} /> : null}
        </>
      ) : null}
    </Page>
  )
}
