import type { OpinionView } from '@shared/consultations/opinion'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { askLogin, open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import { timeWords } from '@/lib/time'
import { useTopic } from '../../use-topic'
import { texts } from '../texts'
import { AllNumbers } from './all-numbers'
import { FindingLine } from './finding'
import { GroupCards } from './group-cards'
import { MapCard } from './map-card'
import { commonSide, type Finding } from './numbers'
import '../opinion.css'

/** The groups are computed anew about once a minute. */
const EVERY = 60_000

const MeCard = ({ view }: { view: OpinionView }) => {
  const { me, groups } = view
  const name = me && me.group !== null ? groups[me.group]?.name : undefined
  const title = !me ? texts.meNone : name ? texts.meIn(name) : texts.meNoGroup
  const note = me && !name ? `${texts.meNoGroupNote}${texts.meOnly}` : texts.meOnly
  return (
    <Card tone="soft">
      <Text className="h-bold h-block">{title}</Text>
      <Text className="h-note">{note}</Text>
    </Card>
  )
}

interface FindingsProps {
  title: string
  note: string
  none: string
  findings: readonly Finding[]
  names: readonly string[]
  leadOf?: (finding: Finding) => string
}

const Findings = ({ title, note, none, findings, names, leadOf }: FindingsProps) => (
  <Card>
    <Text className="h-head h-block">{title}</Text>
    <Text className="h-note h-block">{findings.length > 0 ? note : none}</Text>
    {findings.map((finding) => (
      <FindingLine key={finding.statementId} finding={finding} names={names} {...(leadOf ? { lead: leadOf(finding) } : {})} />
    ))}
  </Card>
)

const Shown = ({ view }: { view: OpinionView }) => {
  const names = view.groups.map(({ name }) => name)
  return (
    <View className="v-columns">
      <View className="h-col v-column">
        {view.groups.length > 1 ? <MeCard view={view} /> : null}
        <GroupCards view={view} />
        <MapCard view={view} names={names} />
      </View>
      <View className="h-col v-column">
        <Findings
          title={texts.united}
          note={texts.unitedNote}
          none={texts.unitedNone}
          findings={view.united}
          names={names}
          leadOf={(finding) => texts.unitedSide[commonSide(finding)]}
        />
        {view.groups.length > 1 ? (
          <Findings title={texts.dividing} note={texts.dividingNote} none={texts.dividingNone} findings={view.dividing} names={names} />
        ) : null}
        <AllNumbers findings={view.all} names={names} />
      </View>
    </View>
  )
}

const Body = ({ id, title }: { id: string; title: string }) => {
  const { data, isError, error, refetch } = useCall('statements.opinion', { params: { id } }, { refetchInterval: EVERY })
  if (isError && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <View>
        <Text className="h-title h-block">{title}</Text>
        <Text className="h-note">
          {texts.voters(data.voters, data.statements)}
          {data.computedAt ? ` · ${texts.computed(timeWords(data.computedAt))}` : ''}
        </Text>
      </View>
      {data.ready ? <Shown view={data} /> : <EmptyState title={texts.few} note={texts.fewNote} />}
    </>
  )
}

/** Who answers alike, what unites and what divides, and where the reader stands. */
export const GroupsScreen = ({ id }: { id: string }) => {
  const status = useApp((state) => state.status)
  const { query, part } = useTopic(id)
  if (status === 'out') {
    return (
      <Page title={texts.groups}>
        <EmptyState title={texts.loginTitle} note={texts.loginNote} action={texts.login} onAction={askLogin} />
      </Page>
    )
  }
  if (!part) {
    return (
      <Page title={texts.groups}>
        {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />}
      </Page>
    )
  }
  const { view } = part
  const footer = view.can.includes('vote') ? <Button onPress={() => open('vote', { id })}>{texts.goVote}</Button> : undefined
  return (
    <Page title={texts.groups} footer={footer} className="v-page">
      <Body id={id} title={view.title} />
    </Page>
  )
}
