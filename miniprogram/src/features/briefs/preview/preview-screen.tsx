import type { BriefPreview, BriefView } from '@shared/briefs/schemas'
import { BRIEF_PART_NAMES, BRIEF_PARTS } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Option } from '@/components/option'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { replace } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { texts } from '../texts'
import { useBrief } from '../use-brief'
import { ComparedClaim } from './compared-claim'
import { RemovedCard } from './removed-card'
import { useConfirm } from './use-confirm'
import '../briefs.css'

const PublicText = ({ preview, brief }: { preview: BriefPreview; brief: BriefView }) => {
  const own = new Map(BRIEF_PARTS.flatMap((part) => brief[part]).map(({ id, text }) => [id, text]))
  return (
    <>
      <View className="h-title">
        <Text>{preview.title}</Text>
      </View>
      {preview.parts.map(({ part, claims }) => (
        <Card key={part}>
          <Text className="h-head h-block">{BRIEF_PART_NAMES[part]}</Text>
          {claims.length === 0 ? <Text className="h-note">{texts.noClaims}</Text> : null}
          {claims.map(({ id, text }, index) => (
            <ComparedClaim key={id} claim={{ id, before: own.get(id) ?? text, after: text }} at={index + 1} removed={preview.removed} />
          ))}
        </Card>
      ))}
    </>
  )
}

const MissingCard = ({ missing }: { missing: readonly string[] }) => (
  <Card tone="amber">
    <Text className="h-bold h-block">{texts.missing}</Text>
    {missing.map((words) => (
      <Text key={words} className="h-block">{`· ${words}`}</Text>
    ))}
  </Card>
)

interface Step {
  words: string
  press: () => void
  /** What it means to have read the text, where that is needed. */
  reads: string | null
}

const stepOf = (brief: BriefView, { submit, sign }: { submit: () => void; sign: () => void }): Step | null => {
  const { id, can, missing } = brief
  if (can.includes('write') && missing.length > 0) return { words: texts.fix, press: () => replace('briefWrite', { id }), reads: null }
  if (can.includes('submit')) return { words: texts.submit, press: submit, reads: texts.readNote.submit }
  return can.includes('sign') ? { words: texts.sign, press: sign, reads: texts.readNote.sign } : null
}

/** The brief as others will read it, what was taken out marked; from here it is submitted or signed. */
export const PreviewScreen = ({ id }: { id: string }) => {
  const view = useBrief(id)
  const preview = useCall('briefs.preview', { params: { id } }, { enabled: id !== '', staleTime: 0 })
  // what was read is one exact text: a new digest has to be read anew
  const [read, setRead] = useState<string | null>(null)
  const { busy, ...confirm } = useConfirm(view.data, preview.data?.digest, () => setRead(null))
  const brief = view.data
  const shown = preview.data
  const failed = preview.isError ? preview : view.isError ? view : null
  const step = brief && shown ? stepOf(brief, { submit: () => void confirm.submit(), sign: () => void confirm.sign() }) : null
  const isRead = shown !== undefined && read === shown.digest
  const footer = step ? (
    <Button busy={busy} onPress={() => (step.reads && !isRead ? toast(texts.readFirst) : step.press())}>
      {step.words}
    </Button>
  ) : undefined
  return (
    <Page title={texts.previewTitle} footer={footer} className="b-preview">
      {brief && shown ? (
        <>
          <Text>{texts.previewIntro}</Text>
          {brief.can.includes('write') && brief.missing.length > 0 ? <MissingCard missing={brief.missing} /> : null}
          {brief.can.includes('write') ? <RemovedCard removed={shown.removed} /> : null}
          <PublicText preview={shown} brief={brief} />
          {step?.reads ? (
            <Option many title={texts.read} note={step.reads} on={isRead} onPress={() => setRead(isRead ? null : shown.digest)} />
          ) : null}
        </>
      ) : failed ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}
