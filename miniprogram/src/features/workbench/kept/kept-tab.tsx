import type { CaseView } from '@shared/cases/schemas'
import { isClosed } from '@shared/cases/words'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ProgressBar } from '@/components/progress-bar'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { yuanWords } from '@/lib/money'
import { useCall } from '@/lib/query'
import type { Output } from '@/lib/request'
import { FollowUpsCard } from './follow-ups-card'
import { JudicialCard } from './judicial-card'
import { ObligationCard } from './obligation-card'
import { texts } from './texts'

type Totals = Output<'obligations.list'>['totals']

const TotalsCard = ({ totals }: { totals: Totals }) =>
  totals.promisedCents === 0 ? null : (
    <Card tone="soft">
      <View className="h-row spread wrap">
        <Text className="h-bold">{texts.done(yuanWords(totals.doneCents), yuanWords(totals.promisedCents))}</Text>
        {totals.overdueCents > 0 ? <Text className="h-error">{texts.overdueSum(yuanWords(totals.overdueCents))}</Text> : null}
      </View>
      <View className="w-line">
        <ProgressBar
          share={totals.doneCents / totals.promisedCents}
          state={totals.overdueCents > 0 ? 'late' : 'fine'}
          label={texts.share}
        />
      </View>
    </Card>
  )

const Obligations = ({ view }: { view: CaseView }) => {
  const list = useCall('obligations.list', { params: { id: view.id } })
  if (list.isPending) return <Loading />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const { items, totals, judicial } = list.data
  return (
    <>
      {items.length === 0 && !isClosed(view.status) ? <EmptyState title={texts.none} note={texts.noneNote} /> : null}
      <TotalsCard totals={totals} />
      {items.map((obligation) => (
        <ObligationCard key={obligation.id} obligation={obligation} />
      ))}
      {judicial ? <JudicialCard view={view} judicial={judicial} /> : null}
    </>
  )
}

/** What was promised and what has been kept, the court's word on it, and the calls afterwards. */
export const KeptTab = ({ view }: { view: CaseView }) => (
  <View className="h-col">
    {view.can.includes('readObligations') ? <Obligations view={view} /> : null}
    {view.can.includes('followUp') || isClosed(view.status) ? <FollowUpsCard view={view} /> : null}
  </View>
)
