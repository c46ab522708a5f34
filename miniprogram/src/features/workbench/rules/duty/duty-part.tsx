import type { DutyView } from '@shared/dispatch/routing'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { queryClient, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { useKept } from '@/lib/use-kept'
import { RegionChoice } from '../region-choice'
import { texts as shared } from '../texts'
import { useRegionsOf } from '../use-regions'
import { comingOf, type Entry } from './roster'
import { ShiftSheet } from './shift-sheet'
import { texts } from './texts'

const MOST = 200

const Now = ({ duty }: { duty: DutyView }) => (
  <Card tone="soft">
    <Text className="h-note h-block">{texts.now}</Text>
    <Text className="h-head">{duty.now.map(({ name }) => name).join('、') || texts.nobody}</Text>
  </Card>
)

const Lines = ({ entries, onRemove }: { entries: readonly Entry[]; onRemove: (entry: Entry) => void }) => (
  <Card>
    {entries.map((entry) => (
      <View key={`${entry.personId}${entry.from}`} className="r-limit">
        <View className="h-grow">
          <Text className="h-bold h-block">{entry.name}</Text>
          <Text className="h-note h-block">{texts.line(timeWords(entry.from), timeWords(entry.until))}</Text>
        </View>
        <Button small look="text" label={`${shared.remove} ${entry.name} ${timeWords(entry.from)}`} onPress={() => onRemove(entry)}>
          {shared.remove}
        </Button>
      </View>
    ))}
  </Card>
)

const Roster = ({ duty }: { duty: DutyView }) => {
  const [kept, keep] = useKept<Entry[]>(`dutyDraft:${duty.regionCode}`)
  const entries = comingOf(kept ?? duty.entries, Date.now())
  const changed = kept !== undefined
  const [adding, setAdding] = useState(false)
  const { busy, act } = useAct()
  const put = (next: Entry[]) => keep(comingOf(next, Date.now()))
  const save = () =>
    act(async () => {
      const body = { regionCode: duty.regionCode, entries: entries.map(({ personId, from, until }) => ({ personId, from, until })) }
      const saved = await call('duty.put', { body })
      queryClient.setQueryData(['duty.get', { query: { regionCode: duty.regionCode } }], saved)
      keep(undefined)
      toast(texts.saved)
    })
  return (
    <>
      <Text>{texts.intro}</Text>
      <Now duty={duty} />
      <Text className="h-head">{texts.entries}</Text>
      {entries.length === 0 ? (
        <EmptyState title={texts.none} note={texts.noneNote} />
      ) : (
        <Lines entries={entries} onRemove={(entry) => put(entries.filter((each) => each !== entry))} />
      )}
      {entries.length < MOST ? (
        <Button look={changed ? 'ghost' : 'primary'} onPress={() => setAdding(true)}>
          {texts.add}
        </Button>
      ) : (
        <Text className="h-note">{texts.most}</Text>
      )}
      {changed ? (
        <>
          <Text className="h-note">{texts.unsaved}</Text>
          <Button busy={busy} onPress={() => void save()}>
            {texts.save}
          </Button>
        </>
      ) : null}
      {adding ? (
        <ShiftSheet
          people={duty.people}
          onClose={() => setAdding(false)}
          onDone={(entry) => {
            setAdding(false)
            put([...entries, entry])
          }}
        />
      ) : null}
    </>
  )
}

const Loaded = ({ regionCode }: { regionCode: string }) => {
  const duty = useCall('duty.get', { query: { regionCode } })
  if (duty.isPending) return <Loading />
  if (duty.isError) return <ErrorState error={duty.error} onRetry={() => void duty.refetch()} />
  return <Roster duty={duty.data} />
}

/** Who is on duty in the regions of the reader's centre. */
export const DutyPart = () => {
  const regions = useRegionsOf('dispatcher')
  const [chosen, choose] = useState(regions[0]?.code ?? '')
  return (
    <>
      <RegionChoice regions={regions} chosen={chosen} onPick={choose} />
      {chosen ? <Loaded key={chosen} regionCode={chosen} /> : null}
    </>
  )
}
