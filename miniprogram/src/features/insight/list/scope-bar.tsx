import { SIGNAL_KINDS } from '@shared/insight/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Pick } from '@/components/option'
import { Pill as RegionPill } from '@/components/pill'
import { pressable } from '@/components/pressable'
import { RegionSheet } from '@/components/region-sheet'
import { useSignalRegions, useSignalScope } from '../scope'
import { texts } from '../texts'
import { kindName } from '../words'

/** Chooses the place and the kind of what is shown. */
export const ScopeBar = () => {
  const { region, kind, muted } = useSignalScope()
  const regions = useSignalRegions()
  const [open, setOpen] = useState(false)
  const name = region?.name ?? regions[0]?.name ?? ''
  return (
    <>
      <View className="h-row spread wrap">
        <RegionPill words={name} label={texts.region} onPress={() => setOpen(true)} />
        <View className="h-link" {...pressable(() => useSignalScope.setState({ muted: !muted }))}>
          <Text>{muted ? texts.unmuted : texts.muted}</Text>
        </View>
      </View>
      <View className="h-row wrap g-kinds" role="radiogroup" aria-label={texts.kindLabel}>
        <Pick title={texts.allKinds} on={kind === null} onPress={() => useSignalScope.setState({ kind: null })} />
        {SIGNAL_KINDS.map((each) => (
          <Pick key={each} title={kindName(each)} on={kind === each} onPress={() => useSignalScope.setState({ kind: each })} />
        ))}
      </View>
      {kind ? <Text className="h-note">{texts.kindNote[kind]}</Text> : null}
      {open ? (
        <RegionSheet
          title={texts.region}
          within={regions}
          until="village"
          onClose={() => setOpen(false)}
          onPick={(picked) => {
            useSignalScope.setState({ region: picked })
            setOpen(false)
          }}
        />
      ) : null}
    </>
  )
}
