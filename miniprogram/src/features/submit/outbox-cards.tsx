import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ProgressBar } from '@/components/progress-bar'
import { Sheet } from '@/components/sheet'
import { dropKept } from '@/lib/kept-files'
import { askLogin, open } from '@/lib/navigate'
import { useApp } from '@/lib/store'
import { saveDraft } from './draft'
import { sendWaiting } from './outbox'
import { type Parcel, removeParcel, takeBack, useOutbox } from './outbox-store'
import { texts } from './texts'

const titleOf = ({ draft }: Parcel): string => draft.text.trim().slice(0, 24) || texts.untitled

/** Opens a parcel as a draft again. */
const edit = (key: string): void => {
  const draft = takeBack(key)
  if (!draft) return
  saveDraft({ ...draft, step: 'what' })
  open('submit')
}

const throwAway = ({ draft }: Parcel): void => {
  removeParcel(draft.key)
  for (const file of draft.voice ? [draft.voice, ...draft.photos] : draft.photos) void dropKept(file)
}

const Refused = ({ parcel }: { parcel: Parcel }) => {
  const [asking, setAsking] = useState(false)
  return (
    <Card tone="amber">
      <View className="h-col tight" role="alert">
        <Text className="h-head">{texts.refusedTitle}</Text>
        <Text>{titleOf(parcel)}</Text>
        <Text>{parcel.refused}</Text>
        <Button onPress={() => edit(parcel.draft.key)}>{texts.refusedEdit}</Button>
        <Button look="text" onPress={() => setAsking(true)}>
          {texts.discard}
        </Button>
      </View>
      <Sheet open={asking} title={texts.discardTitle} onClose={() => setAsking(false)}>
        <Text>{texts.discardNote}</Text>
        <Button look="danger" onPress={() => throwAway(parcel)}>
          {texts.discard}
        </Button>
        <Button look="ghost" onPress={() => setAsking(false)}>
          {texts.keep}
        </Button>
      </Sheet>
    </Card>
  )
}

const Waiting = ({ parcel }: { parcel: Parcel }) => {
  const { status, me } = useApp()
  const foreign = status === 'in' && me && parcel.owner && parcel.owner !== me.id
  const out = status === 'out'
  return (
    <Card tone="amber">
      <View className="h-col tight" role="status">
        <Text className="h-head">{out ? texts.waitingLoginTitle : texts.waitingTitle}</Text>
        <Text>{titleOf(parcel)}</Text>
        <Text className="h-note">{foreign ? texts.waitingOther : texts.waitingNote}</Text>
        {out ? <Button onPress={askLogin}>{texts.waitingLogin}</Button> : null}
        {out || foreign ? null : (
          <Button look="ghost" onPress={() => void sendWaiting()}>
            {texts.tryNow}
          </Button>
        )}
      </View>
    </Card>
  )
}

const Sending = ({ parcel, done, total }: { parcel: Parcel; done: number; total: number }) => (
  <Card tone="soft">
    <View className="h-col tight" role="status">
      <Text className="h-head">{texts.sendingTitle}</Text>
      <Text>{titleOf(parcel)}</Text>
      {total > 0 ? (
        <>
          <ProgressBar share={(done + 0.5) / (total + 1)} label={texts.sendingTitle} />
          <Text className="h-note">{texts.sendingFiles(done, total)}</Text>
        </>
      ) : null}
      <Text className="h-note">{texts.sendingNote}</Text>
    </View>
  </Card>
)

/** How one finished draft is getting on. */
export const ParcelCard = ({ parcel }: { parcel: Parcel }) => {
  const sending = useOutbox((state) => state.sending)
  if (sending?.key === parcel.draft.key) return <Sending parcel={parcel} done={sending.done} total={sending.total} />
  return parcel.refused ? <Refused parcel={parcel} /> : <Waiting parcel={parcel} />
}

/** Everything that has been written and not yet arrived. */
export const OutboxCards = () => {
  const parcels = useOutbox((state) => state.parcels)
  return (
    <>
      {parcels.map((parcel) => (
        <ParcelCard key={parcel.draft.key} parcel={parcel} />
      ))}
    </>
  )
}
