import type { CaseKind } from '@shared/cases/words'
import type { NoticeReach } from '@shared/notices/schemas'
import { Text, View } from '@tarojs/components'
import { wordsOf } from '@/lib/problem'
import { useCall } from '@/lib/query'
import { texts } from './texts'

const reachWords = ({ people, byWeChat, few }: NoticeReach): string => (few ? texts.reachFew : texts.reach(people, byWeChat))

/** How many people would be told, as soon as it is said where. */
export const ReachLine = ({ regionCodes, kinds }: { regionCodes: string[]; kinds: CaseKind[] }) => {
  const enabled = regionCodes.length > 0
  const reach = useCall('notices.preview', { body: { regionCodes, kinds } }, { enabled, keep: true })
  const words = !enabled ? texts.reachNone : reach.isError ? wordsOf(reach.error) : reach.data ? reachWords(reach.data) : '…'
  return (
    <View className="w-sum" role="status">
      <Text>{words}</Text>
    </View>
  )
}
