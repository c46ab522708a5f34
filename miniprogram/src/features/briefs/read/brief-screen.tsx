import type { BriefView } from '@shared/briefs/schemas'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { TimelineList } from '@/components/timeline-list'
import { toast } from '@/components/toast'
import { open } from '@/lib/navigate'
import { saveFile } from '@/lib/save-file'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { useBrief } from '../use-brief'
import { HeadCards } from './head-card'
import { ResultCards, SignaturesCard } from './results-cards'
import { SimilarCard } from './similar-card'
import { TextCards } from './text-card'
import { useActions } from './use-actions'
import '../briefs.css'

const Download = ({ brief }: { brief: BriefView }) => {
  const { busy, act } = useAct()
  const save = () =>
    act(async () => {
      await saveFile('briefs.document', { params: { id: brief.id } }, `${brief.title}.docx`)
      toast(texts.downloaded)
    })
  return (
    <Button look="ghost" busy={busy} onPress={() => void save()}>
      {texts.download}
    </Button>
  )
}

const Sources = ({ brief: { signalId, consultationId } }: { brief: BriefView }) =>
  signalId || consultationId ? (
    <Card>
      {signalId ? <Entry title={texts.fromSignal} onPress={() => open('signal', { id: signalId })} /> : null}
      {consultationId ? <Entry title={texts.fromConsultation} onPress={() => open('topic', { id: consultationId })} /> : null}
    </Card>
  ) : null

/** What stands beside the text on a wide window and below it on a telephone. */
const Around = ({ brief }: { brief: BriefView }) => (
  <>
    <SignaturesCard signatures={brief.signatures} />
    {brief.can.includes('merge') || brief.can.includes('write') ? <SimilarCard id={brief.id} /> : null}
    <Sources brief={brief} />
    <TimelineList title={texts.history} entries={brief.history.map((entry) => ({ ...entry, type: 'brief' }))} />
    <Download brief={brief} />
  </>
)

/** A brief on a page of its own. */
export const BriefScreen = ({ id }: { id: string }) => {
  const view = useBrief(id)
  const { buttons, sheet } = useActions(view.data)
  return (
    <Page title={texts.reading} footer={buttons}>
      {view.data ? (
        <>
          <HeadCards brief={view.data} />
          <ResultCards brief={view.data} />
          <TextCards brief={view.data} />
          <Around brief={view.data} />
        </>
      ) : view.isError ? (
        <ErrorState error={view.error} onRetry={() => void view.refetch()} />
      ) : (
        <Loading />
      )}
      {sheet}
    </Page>
  )
}

/** A brief beside the list. */
export const BriefPane = ({ id }: { id: string }) => {
  const view = useBrief(id)
  const { buttons, sheet } = useActions(view.data)
  if (!view.data) return view.isError ? <ErrorState error={view.error} onRetry={() => void view.refetch()} /> : <Loading />
  return (
    <View className="h-col">
      {buttons ? <View className="h-row b-top">{buttons}</View> : null}
      <View className="b-columns">
        <View className="h-col b-column">
          <HeadCards brief={view.data} />
          <TextCards brief={view.data} />
        </View>
        <View className="h-col b-column side">
          <ResultCards brief={view.data} />
          <Around brief={view.data} />
        </View>
      </View>
      {sheet}
    </View>
  )
}
