import { CONSULTATION_STATE_NAMES, CONSULTATION_STATES, type ConsultationState } from '@shared/consultations/words'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Option } from '@/components/option'
import { Pill } from '@/components/pill'
import { RegionSheet } from '@/components/region-sheet'
import { Sheet } from '@/components/sheet'
import { texts } from '../texts'
import { useListScope } from './list-scope'

const StateSheet = ({ onClose }: { onClose: () => void }) => {
  const state = useListScope((scope) => scope.state)
  const choose = (next: ConsultationState | null) => {
    useListScope.setState({ state: next })
    onClose()
  }
  return (
    <Sheet open title={texts.step} onClose={onClose}>
      <Option title={texts.anyStep} on={state === null} onPress={() => choose(null)} />
      {CONSULTATION_STATES.map((each) => (
        <Option key={each} title={CONSULTATION_STATE_NAMES[each]} on={each === state} onPress={() => choose(each)} />
      ))}
    </Sheet>
  )
}

/** Where, and how far along. */
export const ListFilters = () => {
  const { region, state } = useListScope()
  const [open, setOpen] = useState<'region' | 'state' | null>(null)
  const close = () => setOpen(null)
  return (
    <View className="h-row wrap c-scope">
      <Pill label={texts.region} words={region?.name ?? texts.everywhere} onPress={() => setOpen('region')} />
      <Pill label={texts.step} words={state ? CONSULTATION_STATE_NAMES[state] : texts.anyStep} onPress={() => setOpen('state')} />
      {region ? (
        <Button small look="text" onPress={() => useListScope.setState({ region: null })}>
          {texts.everywhere}
        </Button>
      ) : null}
      {open === 'region' ? (
        <RegionSheet
          title={texts.region}
          until="village"
          onClose={close}
          onPick={(picked) => {
            useListScope.setState({ region: picked })
            close()
          }}
        />
      ) : null}
      {open === 'state' ? <StateSheet onClose={close} /> : null}
    </View>
  )
}
