import { SUPERVISION_STATES, type SupervisionView } from '@shared/supervision/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Pick } from '@/components/option'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { usePages } from '@/lib/query'
import { Thread } from '../case/supervision-card'
import { AgainSheet, ReplySheet } from '../case/supervision-sheets'
import { openStaffCase, useViews } from '../views'
import { texts } from './watch-texts'

type Side = 'own' | 'given'

const List = ({ side, wide }: { side: Side; wide: boolean }) => {
  const [state, setState] = useState<SupervisionView['state']>(side === 'own' ? 'waiting' : 'replied')
  const [opened, setOpened] = useState<{ what: 'reply' | 'again'; id: string } | null>(null)
  const pages = usePages('supervisions.list', { query: { view: side, state } })
  const note = side === 'own' ? texts.supervisionOwnNote : texts.supervisionGivenNote
  const close = () => setOpened(null)
  return (
    <View className="h-col">
      <Tabs items={SUPERVISION_STATES.map((key) => ({ key, name: texts.supervisionTabs[key] }))} active={state} onChange={setState} />
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.supervisionEmpty} note={note} />}>
        {pages.items.map((one) => (
          <Card key={one.id}>
            <Text className="h-head h-block">{one.caseTitle}</Text>
            <Text className="h-note h-block w-head">{`${one.caseNumber} · ${texts.supervisionTo(one.toName)}`}</Text>
            <Thread
              supervision={one}
              onReply={() => setOpened({ what: 'reply', id: one.id })}
              onAgain={() => setOpened({ what: 'again', id: one.id })}
            />
            <Button look="ghost" onPress={() => openStaffCase(one.caseId, wide)}>
              {texts.openCase}
            </Button>
          </Card>
        ))}
      </PagedList>
      {opened?.what === 'reply' ? <ReplySheet id={opened.id} onClose={close} /> : null}
      {opened?.what === 'again' ? <AgainSheet id={opened.id} onClose={close} /> : null}
    </View>
  )
}

/** Questions from above: those that the reader has to answer, and those asked in the reader's regions. */
export const SupervisionList = ({ wide }: { wide: boolean }) => {
  const views = useViews()
  const sides: Side[] = [...(views.lights ? (['given'] as const) : []), ...(views.owns ? (['own'] as const) : [])]
  const [side, setSide] = useState<Side>(sides[0] ?? 'own')
  return (
    <View className="h-col">
      {sides.length > 1 ? (
        <View className="h-picks w-halves" role="radiogroup" aria-label={texts.supervisionViewsLabel}>
          {sides.map((each) => (
            <Pick key={each} title={texts.supervisionViews[each]} on={each === side} onPress={() => setSide(each)} />
          ))}
        </View>
      ) : null}
      <List key={side} side={side} wide={wide} />
    </View>
  )
}
