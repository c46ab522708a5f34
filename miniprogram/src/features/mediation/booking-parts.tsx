import { MODE_NAMES, MODES, type Mode, type SlotView } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Option, Pick } from '@/components/option'
import { useCall } from '@/lib/query'
import { MODE_NOTES, texts } from './texts'

/** How to talk. */
export const Modes = ({ mode, onPick }: { mode: Mode; onPick: (mode: Mode) => void }) => (
  <>
    <Text className="h-head">{texts.how}</Text>
    <View className="h-picks" role="radiogroup">
      {MODES.map((each) => (
        <Pick key={each} title={MODE_NAMES[each]} on={each === mode} onPress={() => onPick(each)} />
      ))}
    </View>
    <Text className="h-note">{MODE_NOTES[mode]}</Text>
  </>
)

interface VenueProps {
  regionCode: string
  slot: SlotView
  venueId: string | null
  onPick: (id: string) => void
}

/** Where: the rooms that are free at the chosen time; only told when there is one. */
export const Venues = ({ regionCode, slot, venueId, onPick }: VenueProps) => {
  const venues = useCall('venues.list', { query: { regionCode } }, { staleTime: 600_000 })
  const free = (venues.data?.items ?? []).filter(({ id }) => slot.venueIds.includes(id))
  const chosen = venueId ?? slot.venueIds[0]
  const note = (address: string, accessible: boolean) => [address, accessible ? texts.accessible : ''].filter(Boolean).join(' · ')
  const only = free.length === 1 ? free[0] : undefined
  if (only) {
    return (
      <Card>
        <Text className="h-bold">{only.name}</Text>
        <View>
          <Text className="h-note">{note(only.address, only.accessible)}</Text>
        </View>
      </Card>
    )
  }
  return free.length === 0 ? null : (
    <>
      <Text className="h-head">{texts.where}</Text>
      {free.map(({ id, name, address, accessible }) => (
        <Option key={id} title={name} note={note(address, accessible)} on={id === chosen} onPress={() => onPick(id)} />
      ))}
    </>
  )
}

interface WithWhomProps {
  /** All offers at the chosen time. */
  offers: readonly SlotView[]
  chosen: SlotView
  current: string | undefined
  onPick: (slot: SlotView) => void
}

/** With whom: only asked where several could at the chosen time. */
export const WithWhom = ({ offers, chosen, current, onPick }: WithWhomProps) => (
  <>
    <Text className="h-head">{texts.withWhom}</Text>
    {offers.map((offer) => (
      <Option
        key={offer.mediator?.id ?? ''}
        title={offer.mediator?.name ?? texts.sameMediator}
        note={offer.mediator && offer.mediator.id !== current ? texts.anyMediatorNote : texts.sameMediator}
        on={offer.mediator?.id === chosen.mediator?.id}
        onPress={() => onPick(offer)}
      />
    ))}
  </>
)
