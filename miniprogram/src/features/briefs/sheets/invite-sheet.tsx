import type { BriefView } from '@shared/briefs/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { texts } from '../texts'
import { NamedChoice } from './named-choice'
import { useBriefAct } from './use-brief-act'

/** Asks a fellow member to sign. */
export const InviteSheet = ({ brief, onClose }: { brief: BriefView; onClose: () => void }) => {
  const colleagues = useCall('briefs.colleagues', { query: { regionCode: brief.regionCode } }, { staleTime: 60_000 })
  const [memberId, choose] = useState<string | null>(null)
  const { busy, make } = useBriefAct(onClose)
  const there = new Set([brief.author.id, ...brief.signatures.map(({ id }) => id)])
  const others = (colleagues.data?.members ?? []).filter(({ id }) => !there.has(id))
  const invite = () =>
    memberId ? make(() => call('briefs.invite', { params: { id: brief.id }, body: { memberId } }), texts.invited) : undefined
  return (
    <Sheet open title={texts.inviteTitle} onClose={onClose}>
      <Text className="h-note">{texts.inviteNote}</Text>
      {colleagues.isPending ? <Loading cards={1} /> : null}
      {colleagues.isError ? <ErrorState error={colleagues.error} onRetry={() => void colleagues.refetch()} /> : null}
      {colleagues.data && others.length === 0 ? <Text>{texts.inviteNone}</Text> : null}
      <NamedChoice label={texts.inviteTitle} items={others} chosen={memberId} onChoose={choose} />
      <View className="h-stick">
        <Button busy={busy} disabled={!memberId} onPress={() => void invite()}>
          {texts.invite1}
        </Button>
      </View>
    </Sheet>
  )
}
