import { View } from '@tarojs/components'
import { useState } from 'react'
import { Pick } from '@/components/option'
import { AvoidanceList } from './avoidance-list'
import { CheckList } from './check-list'
import { DemandList } from './demands'
import { ExtensionList } from './extension-list'
import { SimilarList } from './similar-list'
import { texts } from './texts'

const LISTS = { extensions: ExtensionList, similar: SimilarList, avoidance: AvoidanceList, checks: CheckList, demands: DemandList }
type Kind = keyof typeof LISTS
const KINDS = Object.keys(LISTS) as Kind[]

/** What the centre has to decide, one kind of decision at a time. */
export const CentreLists = ({ wide }: { wide: boolean }) => {
  const [kind, setKind] = useState<Kind>('extensions')
  const Shown = LISTS[kind]
  return (
    <View className="h-col">
      <View className="h-picks w-choices" role="radiogroup" aria-label={texts.kindsLabel}>
        {KINDS.map((each) => (
          <Pick key={each} title={texts.kinds[each]} on={each === kind} onPress={() => setKind(each)} />
        ))}
      </View>
      <Shown wide={wide} />
    </View>
  )
}
