import type { PaperView } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Page } from '@/components/page'
import { pressable } from '@/components/pressable'
import { ErrorState, Loading } from '@/components/states'
import { ReasonSheet } from '@/features/cases/reason-sheet'
import { useCare } from '@/features/me/use-care'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { saveFile } from '@/lib/save-file'
import { useAct } from '@/lib/use-act'
import { GenuineCard, ReadingsCard, SignaturesCard } from './paper-marks'
import { PaperText } from './paper-text'
import { agreed, nextOf, standing, stepOf } from './paper-words'
import { texts } from './texts'
import { useRead } from './use-paper'

const REFRESH = 15_000

const Steps = ({ paper }: { paper: PaperView }) => {
  const reached = stepOf(paper)
  return (
    <View className="h-steps" role="list">
      {texts.steps.map((step, at) => (
        <View key={step} role="listitem" className={`h-step ${at < reached ? 'done' : ''} ${at === reached ? 'now' : ''}`}>
          <Text>{`${at + 1} ${step}`}</Text>
        </View>
      ))}
    </View>
  )
}

const Head = ({ paper }: { paper: PaperView }) => {
  const { words, tone } = standing(paper)
  return (
    <Card tone="soft">
      <View className="h-row spread top">
        <Text className="h-head h-grow">{paper.title}</Text>
        {/* on the soft card only amber stands out */}
        <Chip tone={tone === 'amber' ? tone : 'outline'}>{words}</Chip>
      </View>
      <Text className="h-block">{nextOf(paper)}</Text>
      {paper.number ? <Text className="h-note h-block">{texts.number(paper.number)}</Text> : null}
      {/* a certificate is nothing that the parties go through step by step */}
      {paper.status === 'void' || paper.kind === 'failure' ? null : <Steps paper={paper} />}
    </Card>
  )
}

const CareLink = () => {
  const [care, setCare] = useCare()
  return (
    <View className="h-link h-nowrap" {...pressable(() => setCare(!care))}>
      <Text>{care ? texts.usual : texts.bigger}</Text>
    </View>
  )
}

/** What the reader can do with it now, and the sheet that asks what is wrong. */
const useFooter = (paper: PaperView | undefined): { footer: ReactNode; sheet: ReactNode } => {
  const [asking, setAsking] = useState(false)
  const { busy, read } = useRead({ id: paper?.id ?? '', digest: paper?.digest ?? '' }, () => setAsking(false))
  if (!paper) return { footer: undefined, sheet: null }
  const sheet = (
    <ReasonSheet
      open={asking}
      title={texts.wrongTitle}
      note={texts.wrongNote}
      reasons={texts.wrongReasons}
      label={texts.wrongLabel}
      button={texts.readWrong}
      busy={busy}
      required
      onClose={() => setAsking(false)}
      onSend={(remark) => void read(remark)}
    />
  )
  const wrong = (
    <Button look="ghost" className="h-narrow" onPress={() => setAsking(true)}>
      {texts.readWrong}
    </Button>
  )
  if (paper.can.includes('sign')) {
    const footer = (
      <>
        {paper.can.includes('read') ? wrong : null}
        <Button onPress={() => open('sign', { id: paper.id, digest: paper.digest })}>{texts.sign}</Button>
      </>
    )
    return { footer, sheet }
  }
  if (!paper.can.includes('read')) return { footer: undefined, sheet }
  const footer = (
    <>
      {wrong}
      {agreed(paper) ? null : (
        <Button busy={busy} onPress={() => void read()}>
          {texts.readRight}
        </Button>
      )}
    </>
  )
  return { footer, sheet }
}

const Download = ({ paper }: { paper: PaperView }) => {
  const { busy, act } = useAct()
  if (!paper.can.includes('download')) return null
  const save = () => act(() => saveFile('papers.document', { params: { id: paper.id } }, texts.fileName(paper.title)))
  return (
    <Button look="ghost" busy={busy} onPress={() => void save()}>
      {texts.download}
    </Button>
  )
}

/** One paper: read it, say whether it is right, sign it; afterwards keep it and show that it is genuine. */
export const PaperScreen = () => {
  const id = useRouter().params.id ?? ''
  const query = useCall('papers.get', { params: { id } }, { refetchInterval: REFRESH })
  const paper = query.data
  const { footer, sheet } = useFooter(paper)
  return (
    <Page title={texts.listTitle} footer={footer} right={<CareLink />}>
      {query.isPending ? <Loading /> : null}
      {query.isError && !paper ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {paper ? (
        <>
          <Head paper={paper} />
          {/* a text that was taken back is not shown before it has been mended */}
          {paper.text ? (
            <Card>
              <PaperText text={paper.text} changes={paper.changes} />
            </Card>
          ) : null}
          <ReadingsCard paper={paper} />
          <SignaturesCard paper={paper} />
          <GenuineCard paper={paper} />
          <Download paper={paper} />
        </>
      ) : null}
      {sheet}
    </Page>
  )
}
