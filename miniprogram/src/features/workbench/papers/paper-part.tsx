import { PAPER_MOVES, PAPER_STATUS_NAMES, type PaperMove, type PaperView } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button, type Look } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Sheet } from '@/components/sheet'
import { ErrorState, Loading } from '@/components/states'
import { GenuineCard, ReadingsCard, SignaturesCard } from '@/features/papers/paper-marks'
import { PaperText } from '@/features/papers/paper-text'
import { useCall } from '@/lib/query'
import { saveFile } from '@/lib/save-file'
import { fullTimeWords, timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { PaperMoveSheet } from './paper-move-sheet'
import { type PaperStep, stepsOf } from './paper-steps'
import { toneOf } from './papers-tab'
import { ReadOutSheet } from './read-out-sheet'
import { SignHere } from './sign-here'
import { moveWords, texts } from './texts'
import { objectionsTo, unheard } from './use-paper'
import type { PaperWays } from './ways'

const isMove = (step: PaperStep): step is PaperMove => (PAPER_MOVES as readonly string[]).includes(step)
const nameOf = ({ kind }: PaperView, step: PaperStep): string => (isMove(step) ? moveWords(kind, step).button : texts[step])

/** Who is still to hear the text, or to sign it. */
const waitingWords = (paper: PaperView): string => {
  if (paper.status === 'reading') {
    const people = unheard(paper).map(({ name }) => name)
    return people.length > 0 ? texts.waitsToHear(people.join('、')) : ''
  }
  const signers = paper.status === 'signing' ? paper.waitsFor.map(({ me, name }) => (me ? texts.me : name)) : []
  return signers.length > 0 ? texts.waitsFor(signers.join('、')) : ''
}

const Head = ({ paper }: { paper: PaperView }) => {
  const notes = [
    paper.number ? texts.number(paper.number) : '',
    paper.effectiveAt ? texts.effectiveAt(fullTimeWords(paper.effectiveAt)) : texts.updatedAt(timeWords(paper.updatedAt)),
    paper.version > 1 ? texts.version(paper.version) : '',
  ]
  const waiting = waitingWords(paper)
  return (
    <Card>
      <View className="h-row spread top">
        <Text className="h-title h-grow">{paper.title}</Text>
        <Chip tone={toneOf(paper.status)}>{PAPER_STATUS_NAMES[paper.status]}</Chip>
      </View>
      <Text className="h-note">{notes.filter(Boolean).join(' · ')}</Text>
      {waiting ? (
        <View>
          <Text>{waiting}</Text>
        </View>
      ) : null}
    </Card>
  )
}

interface MoreProps {
  paper: PaperView
  steps: PaperStep[]
  onChoose: (step: PaperStep) => void
  onClose: () => void
}
const MoreSheet = ({ paper, steps, onChoose, onClose }: MoreProps) => (
  <Sheet open title={texts.moreTitle} onClose={onClose}>
    {steps.map((step) => (
      <Button key={step} look={step === 'void' ? 'danger' : 'ghost'} onPress={() => onChoose(step)}>
        {nameOf(paper, step)}
      </Button>
    ))}
  </Sheet>
)

/** The paper's buttons and the sheets behind them. `signing` takes the whole screen. */
const useSteps = (paper: PaperView, ways: PaperWays) => {
  const [open, setOpen] = useState<PaperStep | 'more' | null>(null)
  const { busy, act } = useAct()
  const { next, beside, more } = stepsOf(paper)
  const close = () => setOpen(null)
  const choose = (step: PaperStep) => {
    if (step === 'change') {
      close()
      ways.write({ paperId: paper.id })
    } else if (step === 'download') {
      close()
      void act(() => saveFile('papers.document', { params: { id: paper.id } }, `${paper.title}.docx`))
    } else setOpen(step)
  }
  const button = (step: PaperStep, look: Look) => (
    <Button key={step} look={look} className="w-tight" busy={busy && step === 'download'} onPress={() => choose(step)}>
      {nameOf(paper, step)}
    </Button>
  )
  const buttons: ReactNode =
    next || beside || more.length > 0 ? (
      <>
        {more.length > 0 ? (
          <Button look="ghost" className="h-narrow w-tight" onPress={() => setOpen('more')}>
            {texts.more}
          </Button>
        ) : null}
        {beside ? button(beside, next ? 'ghost' : 'primary') : null}
        {next ? button(next, 'primary') : null}
      </>
    ) : null
  const sheets = (
    <>
      {open === 'more' ? <MoreSheet paper={paper} steps={more} onChoose={choose} onClose={close} /> : null}
      {open === 'read' ? <ReadOutSheet paper={paper} onClose={close} /> : null}
      {open && open !== 'more' && isMove(open) ? (
        <PaperMoveSheet paper={paper} move={open} onClose={close} onFill={() => ways.write({ paperId: paper.id })} />
      ) : null}
    </>
  )
  return { buttons, sheets, signing: open === 'sign', close }
}

const Shown = ({ paper, ways }: { paper: PaperView; ways: PaperWays }) => {
  const { buttons, sheets, signing, close } = useSteps(paper, ways)
  if (signing && paper.can.includes('sign')) {
    return (
      <ways.Frame title={texts.sign}>
        <SignHere paper={paper} onDone={close} />
      </ways.Frame>
    )
  }
  return (
    <ways.Frame title={texts.title} footer={buttons}>
      <Head paper={paper} />
      {objectionsTo(paper).map(({ partyId, name, remark }) => (
        <Card key={partyId} tone="amber">
          <Text className="h-bold">{texts.objects(name)}</Text>
          <View>
            <Text>{remark}</Text>
          </View>
        </Card>
      ))}
      <Card>
        <PaperText text={paper.text} changes={paper.changes} />
      </Card>
      <ReadingsCard paper={paper} />
      <SignaturesCard paper={paper} />
      <GenuineCard paper={paper} />
      {sheets}
    </ways.Frame>
  )
}

/** One paper as its mediator sees it: the exact text, who has read and signed it, and the next step. */
export const PaperPart = ({ id, ways }: { id: string; ways: PaperWays }) => {
  const query = useCall('papers.get', { params: { id } }, { refetchInterval: 15_000 })
  if (query.data) return <Shown paper={query.data} ways={ways} />
  return (
    <ways.Frame title={texts.title}>
      {query.isPending ? <Loading /> : <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
    </ways.Frame>
  )
}
