import { View } from '@tarojs/components'
import { useState } from 'react'
import { Option } from '@/components/option'
import { Pill } from '@/components/pill'
import { RegionSheet } from '@/components/region-sheet'
import { Sheet } from '@/components/sheet'
import { SPANS, useMemberRegions, useScope } from './scope'
import { texts } from './texts'

/** Chooses the place and the span of what is shown. */
export const ScopeBar = ({ regionName }: { regionName: string }) => {
  const { region, weeks } = useScope()
  const regions = useMemberRegions()
  const [open, setOpen] = useState<'region' | 'span' | null>(null)
  const close = () => setOpen(null)
  return (
    <View className="h-row wrap o-scope">
      <Pill label={texts.regionTitle} words={(region?.name ?? regionName) || texts.region} onPress={() => setOpen('region')} />
      <Pill label={texts.spanTitle} words={texts.span(weeks)} onPress={() => setOpen('span')} />
      {open === 'region' ? (
        <RegionSheet
          title={texts.regionTitle}
          within={regions}
          until="village"
          onClose={close}
          onPick={(picked) => {
            useScope.setState({ region: picked })
            close()
          }}
        />
      ) : null}
      <Sheet open={open === 'span'} title={texts.spanTitle} onClose={close}>
        {SPANS.map((each) => (
          <Option
            key={each}
            title={texts.span(each)}
            on={each === weeks}
            onPress={() => {
              useScope.setState({ weeks: each })
              close()
            }}
          />
        ))}
      </Sheet>
    </View>
  )
}
