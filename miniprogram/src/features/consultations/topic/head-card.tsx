import { Text, View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { open } from '@/lib/navigate'
import { nearPlace } from '@/lib/place-words'
import { useApp } from '@/lib/store'
import { dayWords } from '@/lib/time'
import { newProposal, saveProposal } from '../propose/propose-draft'
import { StateChip } from '../state-chip'
import { isRefused, nextOf, STEP_OF } from '../steps'
import { texts } from '../texts'
import type { PartProps } from '../use-topic'

type Shown = Pick<PartProps, 'view'>

const classOf = (at: number, now: number): string => (at < now ? 'done' : at === now ? 'now' : '')

/** The six steps, and which one it has come to. */
const Steps = ({ view }: Shown) => {
  const now = STEP_OF[view.state]
  if (view.state === 'declined') return null
  return (
    <View className="c-steps" role="img" aria-label={now < texts.steps.length ? texts.stepsLabel(texts.steps[now] ?? '') : texts.over}>
      {texts.steps.map((name, at) => (
        <View key={name} className={`c-step ${classOf(at, now)}`} aria-hidden>
          <Text>{name}</Text>
        </View>
      ))}
    </View>
  )
}

const Lead = ({ view }: Shown) =>
  view.lead ? (
    <View className="h-row c-lead">
      <Avatar name={view.lead.name} />
      <View className="h-grow">
        <Text className="h-bold">{view.lead.name}</Text>
        <Text className="h-soft">{` ${texts.lead}`}</Text>
        <Text className="h-note h-block">{texts.leadNote}</Text>
      </View>
    </View>
  ) : null

/** What it is about, where it stands, who has it. */
export const HeadCard = ({ view }: Shown) => (
  <Card>
    <View className="h-row spread top">
      <Text className="h-head h-grow">{view.title}</Text>
      <StateChip state={view.state} checking={view.checking} refused={isRefused(view)} />
    </View>
    <Text className="h-note h-block">{`${nearPlace(view.regionName)} · ${texts.proposedAt(texts.by[view.proposer], dayWords(view.createdAt))}`}</Text>
    <Steps view={view} />
    <Lead view={view} />
  </Card>
)

/** What happens next, and by when; words that were refused can be taken up again. */
export const NextCard = ({ view }: Shown) => {
  const { title, note } = nextOf(view, Date.now())
  const hat = useApp((state) => state.hat)
  const mine = hat === (view.proposer === 'resident' ? 'resident' : 'member')
  const rewrite = () => {
    saveProposal({ ...newProposal(), title: view.title, text: view.text, signalId: view.signalId })
    open('propose')
  }
  return (
    <Card tone="soft">
      <Text className="h-note h-deep h-block">{texts.next}</Text>
      <Text className="h-head h-block">{title}</Text>
      {note ? <Text className="h-block">{note}</Text> : null}
      {mine && isRefused(view) ? (
        <View className="h-gapped">
          <Button onPress={rewrite}>{texts.rewrite}</Button>
        </View>
      ) : null}
    </Card>
  )
}
