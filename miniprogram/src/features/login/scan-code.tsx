import { Image, Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ErrorState, Loading } from '@/components/states'
import { texts } from './texts'
import { useTicket } from './use-ticket'

/** In a browser one logs in by scanning with the telephone. */
export const ScanCode = ({ onDone }: { onDone: () => void }) => {
  const { ticket, expired, failed, renew } = useTicket(onDone)
  if (failed) return <ErrorState error={failed} onRetry={renew} />
  if (!ticket) return <Loading cards={1} />
  return (
    <Card>
      <View className="h-state">
        <Text className="h-title">{texts.scanTitle}</Text>
        <Text className="h-soft">{texts.scanNote}</Text>
        {expired ? (
          <>
            <Text className="h-bold">{texts.scanExpired}</Text>
            <Button small onPress={renew}>
              {texts.scanAgain}
            </Button>
          </>
        ) : (
          <>
            <Image className="h-scan" mode="scaleToFill" src={ticket.image} nativeProps={{ alt: texts.scanAlt }} />
            <View className="h-note" role="status">
              <Text>{texts.scanWaiting}</Text>
            </View>
          </>
        )}
      </View>
    </Card>
  )
}
