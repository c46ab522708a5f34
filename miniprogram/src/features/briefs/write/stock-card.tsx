import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { pressable } from '@/components/pressable'
import { toast } from '@/components/toast'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { shortOf } from '../brief-words'
import { EvidenceQuote } from '../read/evidence-quotes'
import { texts } from '../texts'
import { withoutEvidence } from './draft'
import type { WritingNow } from './use-writing'

/** All evidence of the brief; what is of no use goes, also out of the claims that rest on it. */
export const StockCard = ({ now: { brief, writing } }: { now: WritingNow }) => {
  const { busy, act } = useAct()
  const drop = (evidenceId: string) =>
    act(async () => {
      if (!(await writing.flush())) return toast(texts.notSaved)
      const next = await call('briefs.removeEvidence', { params: { id: brief.id, evidenceId } })
      writing.change(withoutEvidence(writing.store.getState().text, evidenceId))
      writing.took(next)
      toast(texts.dropped)
    })
  return (
    <Card>
      <Text className="h-head h-block">{texts.stock}</Text>
      <Text className="h-note h-block">{brief.evidence.length > 0 ? texts.stockNote : texts.stockEmpty}</Text>
      {brief.evidence.map((evidence) => (
        <EvidenceQuote
          key={evidence.id}
          evidence={evidence}
          action={
            <View
              className="h-link"
              {...pressable(() => (busy ? undefined : void drop(evidence.id)), { label: `${texts.dropForGood} ${shortOf(evidence.text)}` })}
            >
              <Text>{texts.dropForGood}</Text>
            </View>
          }
        />
      ))}
    </Card>
  )
}
