import { KIND_NAMES } from '@shared/cases/words'
import type { SignalView } from '@shared/insight/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { dateOf, timeWords } from '@/lib/time'
import { ActsCard } from '../acts/acts-card'
import { texts } from '../texts'
import { dayName, KIND_TONES, kindName, whyWords } from '../words'
import { PartsCard } from './parts-card'
import { WeeksCard } from './weeks-card'
import { WordingsCard } from './wordings-card'
import '../insight.css'

const Head = ({ signal }: { signal: SignalView }) => {
  const year = dateOf(Date.now()).slice(0, 4)
  const { kind, name, people, messages, regions, firstAt, latestAt, raisedAt, muted, support } = signal
  return (
    <Card>
      <View className="h-row wrap">
        <Chip tone={KIND_TONES[kind]}>{kindName(kind)}</Chip>
        {muted ? <Chip tone="neutral">{texts.mutedChip}</Chip> : null}
      </View>
      <View>
        <Text className="h-title">{name}</Text>
      </View>
      <Text>{[texts.people(people), texts.messages(messages), texts.inRegions(regions)].filter(Boolean).join(' · ')}</Text>
      {support === 0 ? null : (
        <View>
          <Text>{texts.support(support)}</Text>
        </View>
      )}
      <View>
        <Text className="h-note">
          {[texts.span(dayName(firstAt, year), dayName(latestAt, year)), texts.raised(dayName(raisedAt, year))].join(' · ')}
        </Text>
      </View>
    </Card>
  )
}

const Doors = ({ signal }: { signal: SignalView }) => {
  const { id, name, can } = signal
  return (
    <View className="h-row wrap g-doors">
      {can.includes('brief') ? <Button onPress={() => open('briefWrite', { signal: id, title: name })}>{texts.brief}</Button> : null}
      {can.includes('consult') ? (
        <Button look="ghost" onPress={() => open('propose', { signal: id, title: name })}>
          {texts.consult}
        </Button>
      ) : null}
    </View>
  )
}

const History = ({ history }: Pick<SignalView, 'history'>) =>
  history.length === 0 ? null : (
    <Card>
      <Text className="h-head">{texts.history}</Text>
      {history.map(({ at, by, text }) => (
        <View key={`${at}${text}`} className="g-past">
          <Text>{text}</Text>
          <View>
            <Text className="h-note">{`${by} · ${timeWords(at)}`}</Text>
          </View>
        </View>
      ))}
    </Card>
  )

const Numbers = ({ signal }: { signal: SignalView }) => (
  <>
    <Head signal={signal} />
    <Card tone="soft">
      <Text className="h-bold">{texts.whyTitle}</Text>
      <View>
        <Text>{whyWords(signal)}</Text>
      </View>
    </Card>
    <Doors signal={signal} />
    <WeeksCard weeks={signal.byWeek} />
    <PartsCard
      title={texts.byRegion}
      column={texts.place}
      parts={signal.byRegion.map(({ regionCode, name, people }) => ({ key: regionCode, name, people }))}
    />
    <PartsCard
      title={texts.byKind}
      column={texts.kind}
      parts={signal.byKind.map(({ kind, people }) => ({ key: kind, name: KIND_NAMES[kind], people }))}
    />
    <Text className="h-note">{texts.fewNote}</Text>
    <WordingsCard id={signal.id} />
    <ActsCard signal={signal} />
    <History history={signal.history} />
  </>
)

/** A signal, where there is room for it. */
export const SignalPane = ({ id }: { id: string }) => {
  const view = useCall('signals.get', { params: { id } }, { enabled: id !== '' })
  if (view.data) return <Numbers signal={view.data} />
  return view.isError ? <ErrorState error={view.error} onRetry={() => void view.refetch()} /> : <Loading />
}

/** A signal with the numbers behind it, what people wrote, and what can be done. */
export const SignalScreen = ({ id }: { id: string }) => (
  <Page title={texts.title}>
    <SignalPane id={id} />
  </Page>
)
