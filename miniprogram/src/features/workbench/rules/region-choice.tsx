import { View } from '@tarojs/components'
import { Pick } from '@/components/option'
import type { Place } from '@/components/region-sheet'
import { texts } from './texts'

/** For which of the reader's regions; nothing where there is only one. */
export const RegionChoice = ({ regions, chosen, onPick }: { regions: readonly Place[]; chosen: string; onPick: (code: string) => void }) =>
  regions.length < 2 ? null : (
    <View className="h-picks w-halves" role="radiogroup" aria-label={texts.region}>
      {regions.map(({ code, name }) => (
        <Pick key={code} title={name} on={code === chosen} onPress={() => onPick(code)} />
      ))}
    </View>
  )
