import { CASE_KINDS, KIND_NAMES } from '@shared/cases/words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { type Place, RegionSheet } from '@/components/region-sheet'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { Picks } from '../rules/picks'
import { bodyOf, MOST_PLACES, type NoticeDraft, withPlace } from './notice-draft'
import { ReachLine } from './reach-line'
import { texts } from './texts'

const KINDS = CASE_KINDS.map((key) => ({ key, name: KIND_NAMES[key] }))

interface Props {
  within: readonly Place[]
  draft: NoticeDraft
  onChange: (draft: NoticeDraft) => void
  /** Sent, or given up. */
  onEnd: () => void
}

const SendSheet = ({ draft, onClose, onSent }: { draft: NoticeDraft; onClose: () => void; onSent: () => void }) => {
  const { busy, act } = useAct()
  const body = bodyOf(draft)
  const send = () =>
    act(async (key) => {
      await call('notices.send', { body, key })
      toast(texts.sent)
      onSent()
      await invalidate('notices.list')
    })
  return (
    <Sheet open title={texts.sendTitle} onClose={onClose}>
      <View className="w-quote w-flat">
        <Text className="h-bold h-block">{body.title}</Text>
        <Text className="h-block">{body.text}</Text>
      </View>
      <ReachLine regionCodes={body.regionCodes} kinds={body.kinds} />
      <Text className="h-note">{texts.sendNote}</Text>
      <View className="h-stick">
        <Button busy={busy} onPress={() => void send()}>
          {texts.send}
        </Button>
      </View>
    </Sheet>
  )
}

const Places = ({ places, onRemove, onAdd }: { places: readonly Place[]; onRemove: (code: string) => void; onAdd: () => void }) => (
  <View>
    <View className="h-label">
      <Text>{texts.where}</Text>
    </View>
    {places.length === 0 ? <Text className="h-note h-block">{texts.whereNone}</Text> : null}
    {places.map(({ code, name }) => (
      <View key={code} className="h-row spread">
        <Text className="h-grow">{name}</Text>
        <Button small look="text" label={`${texts.remove} ${name}`} onPress={() => onRemove(code)}>
          {texts.remove}
        </Button>
      </View>
    ))}
    {places.length < MOST_PLACES ? (
      <Button small look="ghost" onPress={onAdd}>
        {texts.whereAdd}
      </Button>
    ) : null}
  </View>
)

/** Writes a notice: to whom, what, and how many it will reach. */
export const Compose = ({ within, draft, onChange, onEnd }: Props) => {
  const [opened, setOpened] = useState<'where' | 'send' | null>(null)
  const { places, kinds, title, text } = draft
  const ready = places.length > 0 && title.trim() !== '' && text.trim() !== ''
  const close = () => setOpened(null)
  return (
    <>
      <Card>
        <View className="h-col">
          <Places
            places={places}
            onRemove={(code) => onChange({ ...draft, places: places.filter((place) => place.code !== code) })}
            onAdd={() => setOpened('where')}
          />
          <Picks label={texts.kinds} items={KINDS} chosen={kinds} onChange={(next) => onChange({ ...draft, kinds: next })} />
          <ReachLine regionCodes={places.map(({ code }) => code)} kinds={kinds} />
        </View>
      </Card>
      <Field
        label={texts.heading}
        value={title}
        onChange={(next) => onChange({ ...draft, title: next })}
        max={40}
        placeholder={texts.headingPlaceholder}
      />
      <Field
        label={texts.text}
        value={text}
        onChange={(next) => onChange({ ...draft, text: next })}
        max={500}
        long
        placeholder={texts.textPlaceholder}
      />
      <Button disabled={!ready} onPress={() => setOpened('send')}>
        {texts.next}
      </Button>
      <Button look="text" onPress={onEnd}>
        {texts.drop}
      </Button>
      {opened === 'where' ? (
        <RegionSheet
          title={texts.whereTitle}
          within={within}
          onClose={close}
          onPick={(place) => {
            close()
            onChange({ ...draft, places: withPlace(places, place) })
          }}
        />
      ) : null}
      {opened === 'send' ? <SendSheet draft={draft} onClose={close} onSent={onEnd} /> : null}
    </>
  )
}
