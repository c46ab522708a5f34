import type { Ties } from '@shared/dispatch/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { back } from '@/lib/navigate'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'
import { type Kin, LineSheet, PersonSheet } from './tie-sheets'

type Opened = { what: 'people' | 'employers' | 'addresses'; at: number | null }

interface ListProps {
  title: string
  note: string
  add: string
  lines: readonly string[]
  most: number
  onOpen: (at: number | null) => void
}

const List = ({ title, note, add, lines, most, onOpen }: ListProps) => (
  <Card>
    <Text className="h-head">{title}</Text>
    <View>
      <Text className="h-note">{note}</Text>
    </View>
    <View className="h-row wrap w-counts w-after">
      {lines.map((line, at) => (
        <Button key={line} small look="ghost" label={`${title} ${line}`} onPress={() => onOpen(at)}>
          {line}
        </Button>
      ))}
      {lines.length < most ? (
        <Button small look="text" onPress={() => onOpen(null)}>
          {add}
        </Button>
      ) : null}
    </View>
  </Card>
)

/** `list` with the entry at a place replaced, added at the end, or taken away. */
const put = <T,>(list: readonly T[], at: number | null, entry: T | null): T[] => {
  const rest = list.map((each, index) => (index === at ? entry : each)).filter((each): each is T => each !== null)
  return at === null && entry !== null ? [...rest, entry] : rest
}

const Editor = ({ loaded }: { loaded: Ties }) => {
  const [ties, setTies] = useState(loaded)
  const [open, setOpen] = useState<Opened | null>(null)
  const { busy, act } = useAct()
  const change = (part: Partial<Ties>) => {
    setTies({ ...ties, ...part })
    setOpen(null)
  }
  const save = () =>
    act(async () => {
      await call('ties.put', { body: ties })
      await invalidate('ties.get')
      toast(texts.saved)
      back()
    })
  const at = open?.at ?? null
  const close = () => setOpen(null)
  return (
    <>
      <Text>{texts.tiesNote}</Text>
      <List
        title={texts.people}
        note={texts.peopleNote}
        add={texts.personAdd}
        most={50}
        lines={ties.people.map(({ name, relation }) => `${name}（${relation}）`)}
        onOpen={(index) => setOpen({ what: 'people', at: index })}
      />
      <List
        title={texts.employers}
        note={texts.employersNote}
        add={texts.employerAdd}
        most={10}
        lines={ties.employers}
        onOpen={(index) => setOpen({ what: 'employers', at: index })}
      />
      <List
        title={texts.addresses}
        note={texts.addressesNote}
        add={texts.addressAdd}
        most={10}
        lines={ties.addresses}
        onOpen={(index) => setOpen({ what: 'addresses', at: index })}
      />
      <Button busy={busy} onPress={() => void save()}>
        {texts.save}
      </Button>
      {open?.what === 'people' ? (
        <PersonSheet
          person={at === null ? null : (ties.people[at] ?? null)}
          onClose={close}
          onDone={(person: Kin | null) => change({ people: put(ties.people, at, person) })}
        />
      ) : null}
      {open?.what === 'employers' ? (
        <LineSheet
          title={texts.employers}
          label={texts.employerName}
          max={60}
          line={at === null ? null : (ties.employers[at] ?? null)}
          onClose={close}
          onDone={(line) => change({ employers: put(ties.employers, at, line) })}
        />
      ) : null}
      {open?.what === 'addresses' ? (
        <LineSheet
          title={texts.addresses}
          label={texts.addressName}
          max={120}
          line={at === null ? null : (ties.addresses[at] ?? null)}
          onClose={close}
          onDone={(line) => change({ addresses: put(ties.addresses, at, line) })}
        />
      ) : null}
    </>
  )
}

/** Whom and what a handler is close to, so that such cases go to others. */
export const TiesEditor = () => {
  const ties = useCall('ties.get', {}, { staleTime: 600_000 })
  if (ties.isPending) return <Loading />
  if (ties.isError) return <ErrorState error={ties.error} onRetry={() => void ties.refetch()} />
  return <Editor loaded={ties.data} />
}
