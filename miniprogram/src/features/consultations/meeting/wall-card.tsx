import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { QrCode } from '@/components/qr-code'
import { Loading } from '@/components/states'
import { wordsOf } from '@/lib/problem'
import { useCall } from '@/lib/query'
import type { Output } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { addressOf } from '../links'
import { texts } from '../texts'
import type { PartProps } from '../use-topic'

const Code = ({ code }: { code: Output<'consultations.checkInCode'> }) => <QrCode words={addressOf(code.page)} label={texts.wallLabel} />

const Big = ({ code, title, onClose }: { code: Output<'consultations.checkInCode'>; title: string; onClose: () => void }) => (
  <View className="c-wall" role="dialog" aria-label={texts.wall}>
    <Text className="c-wall-title">{title}</Text>
    <Code code={code} />
    <Text className="c-wall-how">{texts.wallHow}</Text>
    <Button small look="ghost" onPress={onClose}>
      {texts.wallSmall}
    </Button>
  </View>
)

/** The code that those who come scan, small here and as big as the wall. */
export const WallCard = ({ view }: Pick<PartProps, 'view'>) => {
  const [big, setBig] = useState(false)
  const code = useCall('consultations.checkInCode', { params: { id: view.id } })
  return (
    <Card>
      <View className="h-col">
        <Text className="h-head">{texts.wall}</Text>
        {code.isPending ? <Loading cards={1} /> : null}
        {code.isError && !code.data ? <Text className="h-soft">{`${wordsOf(code.error)}。${texts.wallEarly}`}</Text> : null}
        {code.data ? (
          <>
            <Code code={code.data} />
            <Text className="h-note">{`${texts.wallNote}${texts.wallEarly}${texts.wallUntil(timeWords(code.data.expiresAt))}`}</Text>
            <Button look="ghost" onPress={() => setBig(true)}>
              {texts.wallBig}
            </Button>
          </>
        ) : null}
      </View>
      {big && code.data ? <Big code={code.data} title={view.title} onClose={() => setBig(false)} /> : null}
    </Card>
  )
}
