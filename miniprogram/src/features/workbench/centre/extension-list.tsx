import { DEADLINE_NAMES } from '@shared/deadlines/limits'
import { EXTENSION_STATES, type ExtensionView } from '@shared/supervision/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { usePages } from '@/lib/query'
import { timeWords } from '@/lib/time'
import { DecideSheet } from '../case/extensions'
import { texts as caseTexts } from '../case/texts'
import { openStaffCase } from '../views'
import { texts as centre } from './texts'
import { texts } from './watch-texts'

/** The short names of states, as tabs. */
const NAMES = { open: centre.avoidanceOpen, granted: centre.avoidanceGranted, refused: centre.avoidanceRefused }

const Line = ({ extension, wide, onDecide }: { extension: ExtensionView; wide: boolean; onDecide: () => void }) => {
  const { caseId, caseNumber, caseTitle, deadline, workingDays, askedBy, askedAt, reason, dueAt, newDueAt, decision, decidedBy, can } =
    extension
  return (
    <Card>
      <Text className="h-bold h-block">{caseTitle}</Text>
      <Text className="h-note h-block">{`${caseNumber} · ${askedBy} · ${centre.askedAt(timeWords(askedAt))}`}</Text>
      <Text className="h-block">{caseTexts.extensionLine(DEADLINE_NAMES[deadline], workingDays)}</Text>
      <Text className="h-note h-block">{texts.extensionFrom(timeWords(dueAt), timeWords(newDueAt))}</Text>
      <View className="w-quote">
        <Text>{`${centre.reason}：${reason}`}</Text>
      </View>
      {decision ? (
        <View className="w-quote">
          <Text>{caseTexts.decidedBy(decidedBy ?? '', decision)}</Text>
        </View>
      ) : null}
      <View className="h-row w-quick">
        {can.includes('decide') ? <Button onPress={onDecide}>{texts.decide}</Button> : null}
        <Button look="ghost" onPress={() => openStaffCase(caseId, wide)}>
          {texts.openCase}
        </Button>
      </View>
    </Card>
  )
}

/** Requests for more time in the dispatcher's regions. */
export const ExtensionList = ({ wide }: { wide: boolean }) => {
  const [state, setState] = useState<ExtensionView['state']>('open')
  const [deciding, setDeciding] = useState<ExtensionView | null>(null)
  const pages = usePages('extensions.list', { query: { state } })
  const empty =
    state === 'open' ? (
      <EmptyState title={texts.extensionEmpty} note={texts.extensionEmptyNote} />
    ) : (
      <EmptyState title={texts.extensionNone} />
    )
  return (
    <View className="h-col">
      <Tabs items={EXTENSION_STATES.map((key) => ({ key, name: NAMES[key] }))} active={state} onChange={setState} />
      <PagedList pages={pages} count={pages.items.length} empty={empty}>
        {pages.items.map((extension) => (
          <Line key={extension.id} extension={extension} wide={wide} onDecide={() => setDeciding(extension)} />
        ))}
      </PagedList>
      {deciding ? <DecideSheet extension={deciding} onClose={() => setDeciding(null)} /> : null}
    </View>
  )
}
