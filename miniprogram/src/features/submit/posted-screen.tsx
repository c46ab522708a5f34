import { Success } from '@nutui/icons-react-taro'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { openTab, replace } from '@/lib/navigate'
import { fullTimeWords } from '@/lib/time'
import { ParcelCard } from './outbox-cards'
import { useOutbox } from './outbox-store'
import { texts } from './texts'

const home = () => openTab('home')

/** After pressing 提交: on its way, waiting for a network, or arrived with its number. */
export const PostedScreen = ({ parcelKey, joined }: { parcelKey: string; joined: boolean }) => {
  const parcel = useOutbox((state) => state.parcels.find(({ draft }) => draft.key === parcelKey))
  const sent = useOutbox((state) => state.sent[parcelKey])
  const footer = sent ? (
    <>
      <Button look="ghost" onPress={home}>
        {texts.goHome}
      </Button>
      <Button onPress={() => replace('case', { id: sent.caseId })}>{texts.openCase}</Button>
    </>
  ) : (
    <Button look="ghost" onPress={home}>
      {texts.goHome}
    </Button>
  )
  return (
    <Page title={texts.title} footer={footer} onBack={home} sendsLater>
      {parcel && !sent ? <ParcelCard parcel={parcel} /> : null}
      {sent ? (
        <Card>
          <View className="h-state" role="status">
            <Success size={48} color="#1F6F5C" />
            <Text className="h-title">{texts.sentTitle}</Text>
            <Text>{sent.assignee ? texts.sentWith(sent.assignee) : texts.sentCentre}</Text>
            {joined ? <Text>{texts.sentJoined}</Text> : null}
            {sent.deadline && !joined ? <Text>{texts.sentBy(fullTimeWords(sent.deadline))}</Text> : null}
            <Text className="h-note">{texts.sentNumber}</Text>
            <Text className="h-title">{sent.number}</Text>
            <Text className="h-note">{texts.sentNumberNote}</Text>
          </View>
        </Card>
      ) : null}
    </Page>
  )
}
