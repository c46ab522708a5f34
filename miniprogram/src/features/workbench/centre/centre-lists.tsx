import { View } from '@tarojs/components'
import { useState } from 'react'
import { Pick } from '@/components/option'
import { AvoidanceList } from './avoidance-list'
import { DemandList } from './demands'
import { texts } from './texts'

const KINDS = ['avoidance', 'demands'] as const

/** What the centre has to decide: requests for another mediator, and demands that nobody can meet. */
export const CentreLists = ({ wide }: { wide: boolean }) => {
  const [kind, setKind] = useState<(typeof KINDS)[number]>('avoidance')
  return (
    <View className="h-col">
      <View className="h-picks w-halves" role="radiogroup" aria-label={texts.kindsLabel}>
        {KINDS.map((each) => (
          <Pick key={each} title={texts.kinds[each]} on={each === kind} onPress={() => setKind(each)} />
        ))}
      </View>
      {kind === 'avoidance' ? <AvoidanceList wide={wide} /> : <DemandList wide={wide} />}
    </View>
  )
}
