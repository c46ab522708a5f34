import type { SimilarPair } from '@shared/duplicates/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { toast } from '@/components/toast'
import { nearPlace } from '@/lib/place-words'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { statusWords } from '../urgency'
import { openStaffCase } from '../views'
import { MoveSheet } from './move-sheet'
import { commonWords, otherOf, useSimilar } from './similar'
import { texts } from './texts'
import type { PartProps } from './use-staff-case'

interface PairProps {
  pair: SimilarPair
  id: string
  wide: boolean
  onMerge: ((leadId: string) => void) | undefined
}

const Pair = ({ pair, id, wide, onMerge }: PairProps) => {
  const { busy, act } = useAct()
  const other = otherOf(pair, id)
  if (!other) return null
  const dismiss = () =>
    act(async () => {
      await call('duplicates.dismiss', { params: { id: pair.id } })
      toast(texts.dismissed)
      await invalidate('duplicates.forCase', 'duplicates.list')
    })
  return (
    <View className="w-question">
      <View className="h-row spread top">
        <Text className="h-bold h-grow">{other.title}</Text>
        <Chip tone="neutral">{pair.state === 'merged' ? texts.stateMerged : statusWords(other)}</Chip>
      </View>
      <Text className="h-note">
        {[other.number, nearPlace(other.regionName, 1), timeWords(other.createdAt)].filter(Boolean).join(' · ')}
      </Text>
      <Text className="h-note">{other.assigneeName ? texts.hasOwner(other.assigneeName) : texts.noOwner}</Text>
      <Text>{commonWords(pair)}</Text>
      <View className="h-row wrap w-buttons">
        <Button small look="ghost" onPress={() => openStaffCase(other.id, wide)}>
          {texts.look}
        </Button>
        {onMerge && pair.can.includes('merge') ? (
          <Button small onPress={() => onMerge(other.id)}>
            {texts.merge}
          </Button>
        ) : null}
        {pair.can.includes('dismiss') ? (
          <Button small look="text" busy={busy} onPress={() => void dismiss()}>
            {texts.dismiss}
          </Button>
        ) : null}
      </View>
    </View>
  )
}

/** Cases that look like this one, for whoever decides whether they are the same. */
export const SimilarCard = (props: PartProps & { wide: boolean }) => {
  const { view, wide } = props
  const [leadId, setLeadId] = useState<string | null>(null)
  const similar = useSimilar(view)
  const pairs = (similar.data?.items ?? []).filter((pair) => pair.state === 'proposed' && otherOf(pair, view.id))
  if (!view.can.includes('readSimilar') || pairs.length === 0) return null
  return (
    <Card>
      <Text className="h-head h-block">{texts.similarTitle}</Text>
      <Text className="h-note h-block w-head">{texts.similarNote}</Text>
      {pairs.map((pair) => (
        <Pair key={pair.id} pair={pair} id={view.id} wide={wide} onMerge={view.can.includes('merge') ? setLeadId : undefined} />
      ))}
      {leadId ? <MoveSheet {...props} move="merge" leadId={leadId} onClose={() => setLeadId(null)} /> : null}
    </Card>
  )
}
