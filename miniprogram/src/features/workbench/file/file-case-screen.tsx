import { categoryName } from '@shared/cases/categories'
import { KIND_NAMES } from '@shared/cases/words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Field } from '@/components/field'
import { Page } from '@/components/page'
import { AddPhotos, KeptPhotos, without } from '@/components/photos'
import { RegionSheet } from '@/components/region-sheet'
import { toast } from '@/components/toast'
import { KindSheet } from '@/features/submit/kind-sheet'
import { replace } from '@/lib/navigate'
import { invalidate } from '@/lib/query'
import { call, type Output } from '@/lib/request'
import { dropFiles, sendFiles } from '@/lib/send-files'
import { useApp } from '@/lib/store'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { type BehalfDraft, bodyOf, type Missing, missingIn, subjectOf, useBehalfDraft } from './behalf-draft'
import '../workbench.css'

type Filed = Output<'cases.submit'>

const Done = ({ filed, onAgain }: { filed: Filed; onAgain: () => void }) => (
  <Page
    title={texts.filed}
    footer={
      <>
        <Button look="ghost" onPress={onAgain}>
          {texts.fileAgain}
        </Button>
        <Button onPress={() => replace('staffCase', { id: filed.id })}>{texts.fileOpen}</Button>
      </>
    }
  >
    <Card tone="soft">
      <Text className="h-note">{texts.filedNumber}</Text>
      <View className="w-big">
        <Text userSelect>{filed.number}</Text>
      </View>
    </Card>
    <Text>{texts.filedNote}</Text>
    <Card>
      <Text className="h-bold">{filed.assignee ? `${texts.owner} ${filed.assignee.name}` : texts.nobody}</Text>
      <View>
        <Text className="h-note">{filed.timeline.at(-1)?.text ?? ''}</Text>
      </View>
    </Card>
  </Page>
)

interface FormProps {
  draft: BehalfDraft
  errors: Missing
  change: (part: Partial<BehalfDraft>) => void
}

const Person = ({ draft, errors, change }: FormProps) => (
  <Card>
    <View className="h-col">
      <Field
        label={texts.personName}
        value={draft.name}
        onChange={(name) => change({ name })}
        max={40}
        error={errors.name}
        placeholder={texts.personNamePlaceholder}
      />
      <Field
        label={texts.personPhone}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
        max={13}
        type="tel"
        error={errors.phone}
        hint={texts.personPhoneNote}
      />
    </View>
  </Card>
)

const Matter = ({ draft, errors, change }: FormProps) => {
  const [asking, setAsking] = useState(false)
  const { kind, category } = subjectOf(draft)
  return (
    <Card>
      <View className="h-col">
        <Field
          label={texts.what}
          value={draft.text}
          onChange={(text) => change({ text })}
          max={5000}
          long
          error={errors.text}
          placeholder={texts.whatPlaceholder}
        />
        <KeptPhotos files={draft.photos} onRemove={(file) => change({ photos: without(draft.photos, file) })} />
        <AddPhotos files={draft.photos} onChange={(photos) => change({ photos })} />
        <Entry title={texts.kind} note={`${KIND_NAMES[kind]} · ${categoryName(category)}`} onPress={() => setAsking(true)} />
      </View>
      <KindSheet
        open={asking}
        kind={draft.kind}
        category={draft.category}
        onClose={() => setAsking(false)}
        onChosen={(nextKind, nextCategory) => {
          change({ kind: nextKind, category: nextCategory })
          setAsking(false)
        }}
      />
    </Card>
  )
}

const Where = ({ draft, errors, change }: FormProps) => {
  const [asking, setAsking] = useState(false)
  const roles = useApp((state) => state.me)?.roles ?? []
  const own = roles.filter(({ role }) => role !== 'resident').map(({ regionCode, regionName }) => ({ code: regionCode, name: regionName }))
  const within = own.filter(({ code }, index) => own.findIndex((each) => each.code === code) === index)
  return (
    <Card>
      <Entry title={texts.wherePlace} note={draft.place?.name ?? texts.wherePick} onPress={() => setAsking(true)} />
      {errors.place ? (
        <View className="h-error" role="alert">
          <Text>{errors.place}</Text>
        </View>
      ) : null}
      <Field
        label={texts.address}
        value={draft.address}
        onChange={(address) => change({ address })}
        max={120}
        placeholder={texts.addressPlaceholder}
      />
      {asking ? (
        <RegionSheet
          title={texts.wherePlace}
          within={within}
          onClose={() => setAsking(false)}
          onPick={(place) => {
            change({ place })
            setAsking(false)
          }}
        />
      ) : null}
    </Card>
  )
}

/** Writes down a case for somebody without WeChat. */
export const FileCaseScreen = () => {
  const { draft, change, clear } = useBehalfDraft()
  const [errors, setErrors] = useState<Missing>({})
  const [filed, setFiled] = useState<Filed | null>(null)
  const { busy, act } = useAct()
  const send = () => {
    const lacking = missingIn(draft)
    setErrors(lacking)
    // What is lacking may stand below the fold, under the button that was just pressed.
    const [first] = Object.values(lacking)
    if (first !== undefined) return toast(first)
    void act(async () => {
      const fileIds = await sendFiles(draft.photos)
      // the key lives in the draft: a killed app sends the same case again, not a second one
      setFiled(await call('cases.submit', { body: bodyOf(draft, fileIds), key: draft.key }))
      dropFiles(draft.photos)
      clear()
      await invalidate('cases.list')
    })
  }
  if (filed) return <Done filed={filed} onAgain={() => setFiled(null)} />
  const form = { draft, errors, change }
  return (
    <Page
      title={texts.fileTitle}
      footer={
        <Button busy={busy} onPress={send}>
          {texts.fileSend}
        </Button>
      }
    >
      <Text className="h-note">{texts.fileIntro}</Text>
      <Person {...form} />
      <Matter {...form} />
      <Where {...form} />
    </Page>
  )
}
