import type { PromiseInput } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { DateField } from '@/components/date-field'
import { Field } from '@/components/field'
import { Pick } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { centsOf } from '@/lib/money'
import { InstalmentsPart } from './instalments-part'
import type { Person } from './people'
import { draftOf, type PromiseDraft, promiseOf, wrongIn } from './promise-draft'
import { texts } from './texts'

const Who = ({
  label,
  people,
  value,
  onPick,
}: {
  label: string
  people: readonly Person[]
  value: string | null
  onPick: (id: string) => void
}) => (
  <View>
    <View className="h-label">
      <Text>{label}</Text>
    </View>
    <View className="h-picks" role="radiogroup" aria-label={label}>
      {people.map(({ id, name }) => (
        <Pick key={id} title={name} label={`${label} ${name}`} on={id === value} onPress={() => onPick(id)} />
      ))}
    </View>
  </View>
)

/** Asks who promises what to whom; with two people, choosing one chooses the other. */
const Between = ({
  draft,
  people,
  change,
}: {
  draft: PromiseDraft
  people: readonly Person[]
  change: (part: Partial<PromiseDraft>) => void
}) => {
  const otherThan = (id: string) => (people.length === 2 ? (people.find((each) => each.id !== id)?.id ?? null) : null)
  return (
    <>
      <Who
        label={texts.promiseFrom}
        people={people}
        value={draft.fromPartyId}
        onPick={(id) => change({ fromPartyId: id, toPartyId: otherThan(id) ?? (draft.toPartyId === id ? null : draft.toPartyId) })}
      />
      <Who
        label={texts.promiseTo}
        people={people}
        value={draft.toPartyId}
        onPick={(id) => change({ toPartyId: id, fromPartyId: otherThan(id) ?? (draft.fromPartyId === id ? null : draft.fromPartyId) })}
      />
    </>
  )
}

interface Props {
  people: readonly Person[]
  /** The one to be changed; null for a new one. */
  promise: PromiseInput | null
  onClose: () => void
  /** null takes it away. */
  onDone: (promise: PromiseInput | null) => void
}

/** One promise: who does what for whom, how much, by when, at once or in parts. */
export const PromiseSheet = ({ people, promise, onClose, onDone }: Props) => {
  const [draft, setDraft] = useState(() =>
    draftOf(
      promise,
      people.map(({ id }) => id),
    ),
  )
  const [pressed, setPressed] = useState(false)
  const change = (part: Partial<PromiseDraft>) => setDraft({ ...draft, ...part })
  const wrong = wrongIn(draft)
  const badAmount = draft.amount.trim() !== '' && centsOf(draft.amount) === undefined
  const done = () => (wrong ? setPressed(true) : onDone(promiseOf(draft)))
  return (
    <Sheet open title={texts.promiseTitle} onClose={onClose}>
      <Between draft={draft} people={people} change={change} />
      <Field
        label={texts.promiseWhat}
        value={draft.what}
        onChange={(what) => change({ what })}
        max={300}
        long="short"
        placeholder={texts.promiseWhatPlaceholder}
      />
      <Field
        label={texts.promiseAmount}
        value={draft.amount}
        onChange={(amount) => change({ amount })}
        max={13}
        placeholder="1800"
        error={badAmount ? texts.amountBad : undefined}
      />
      <View className="h-picks w-halves" role="radiogroup">
        <Pick title={texts.once} on={!draft.inParts} onPress={() => change({ inParts: false })} />
        <Pick title={texts.inParts} on={draft.inParts} onPress={() => change({ inParts: true })} />
      </View>
      {draft.inParts ? (
        <InstalmentsPart draft={draft} change={change} />
      ) : (
        <DateField label={texts.promiseDue} value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
      )}
      {promise ? (
        <Button look="text" onPress={() => onDone(null)}>
          {texts.promiseRemove}
        </Button>
      ) : null}
      <View className="h-stick h-col tight">
        {pressed && wrong ? (
          <View className="h-error" role="alert">
            <Text>{wrong}</Text>
          </View>
        ) : null}
        <Button onPress={done}>{texts.done}</Button>
      </View>
    </Sheet>
  )
}
