import type { PartyView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { useAct } from '@/lib/use-act'
import { dialParty } from '../phone'
import { texts } from '../texts'

const PhoneSheet = ({ name, phone, onClose }: { name: string; phone: string; onClose: () => void }) => (
  <Sheet open title={texts.phoneTitle(name)} onClose={onClose}>
    <Text className="w-big" userSelect>
      {phone}
    </Text>
    <Text className="h-note">{texts.phoneLogged}</Text>
    <View className="h-row w-quick">
      <Button
        onPress={() => {
          window.location.href = `tel:${phone}`
        }}
      >
        {texts.dial}
      </Button>
      <Button look="ghost" onPress={() => void Taro.setClipboardData({ data: phone })}>
        {texts.copyNumber}
      </Button>
    </View>
  </Sheet>
)

/** Calls a party; `sheet` shows the number where it cannot be dialled. */
export const useCalling = (caseId: string) => {
  const { busy, act } = useAct()
  const [shown, setShown] = useState<{ name: string; phone: string } | null>(null)
  const dial = (party: PartyView) =>
    act(async () => {
      const phone = await dialParty(caseId, party.id)
      if (phone) setShown({ name: party.name, phone })
    })
  const sheet = shown ? <PhoneSheet {...shown} onClose={() => setShown(null)} /> : null
  return { busy, dial, sheet }
}
