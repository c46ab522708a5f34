import { SUPPORT_NEEDED } from '@shared/consultations/words'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { toast, toastError } from '@/components/toast'
import { pathWords } from '@/features/submit/draft'
import { askLogin, replace } from '@/lib/navigate'
import { isPassing } from '@/lib/problem'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { askSubscriptions } from '@/lib/subscribe'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { bodyOf, clearProposal, type Proposal } from './propose-draft'

interface Props {
  draft: Proposal
  /** Written as a member or for the office. */
  official: boolean
  loginFirst: boolean
  /** The service would not have it like this: what is sent next is another one. */
  onRefused: () => void
  onClose: () => void
}

/** Before anything becomes public its author sees the public version. */
export const ReviewSheet = ({ draft, official, loginFirst, onRefused, onClose }: Props) => {
  const { busy, act } = useAct()
  const send = () => {
    if (loginFirst) return askLogin()
    void askSubscriptions(['notice'])
    void act(
      async () => {
        const { id, checking } = await call('consultations.propose', { body: bodyOf(draft), key: draft.key })
        clearProposal()
        toast(checking ? texts.sent : texts.sentStaff)
        replace('topic', { id })
        await invalidate('consultations.list')
      },
      (error) => {
        toastError(error)
        if (!isPassing(error)) onRefused()
      },
    )
  }
  return (
    <Sheet open title={texts.reviewTitle} onClose={onClose}>
      <Card tone="soft">
        <View className="h-col tight">
          <Text className="h-head">{draft.title.trim()}</Text>
          <Text className="h-note">{pathWords(draft.region)}</Text>
          <Text className="h-pre">{draft.text.trim()}</Text>
        </View>
      </Card>
      <Text>{official ? texts.reviewStaff : texts.reviewNobody}</Text>
      <Text className="h-note">{official ? texts.reviewAfterStaff : texts.reviewAfter(SUPPORT_NEEDED)}</Text>
      <View className="h-stick">
        <Button busy={busy} onPress={send}>
          {loginFirst ? texts.sendLogin : texts.send}
        </Button>
      </View>
    </Sheet>
  )
}
