import type { VerificationView } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { dayName } from '@/features/obligations/day-name'
import { isProblem } from '@/lib/problem'
import { useCall } from '@/lib/query'
import { grouped } from './paper-marks'
import { texts } from './texts'

const CODE = /^[A-Za-z0-9]{8,40}$/

const Line = ({ label, words }: { label: string; words: string }) => (
  <View className="h-line">
    <Text className="h-note h-block">{label}</Text>
    <Text userSelect>{words}</Text>
  </View>
)

const Found = ({ paper }: { paper: VerificationView }) => (
  <>
    <Card tone={paper.void ? 'amber' : 'bamboo'}>
      <Text className="h-title h-block">{paper.void ? texts.voidTitle : texts.genuineTitle}</Text>
      {paper.void ? <Text>{texts.voidNote}</Text> : null}
    </Card>
    <Card>
      <Line label={texts.kind} words={paper.kindName} />
      <Line label={texts.numberLabel} words={paper.number} />
      <Line label={texts.effectiveOn} words={dayName(paper.effectiveOn, '')} />
      <Line label={texts.organisation} words={paper.organisationName} />
      <Line label={texts.signatureCount} words={texts.count(paper.signatures)} />
      <Line label={texts.digest} words={grouped(paper.digest)} />
    </Card>
    <Text className="h-note">{texts.compare}</Text>
  </>
)

const Result = ({ code, onAgain }: { code: string; onAgain: () => void }) => {
  const query = useCall('papers.verify', { params: { code } })
  const forged = isProblem(query.error, 'not_found') || isProblem(query.error, 'invalid_input')
  return (
    <>
      {query.isPending ? <Loading /> : null}
      {query.data ? <Found paper={query.data} /> : null}
      {forged ? (
        <Card tone="seal">
          <Text className="h-title h-block">{texts.forgedTitle}</Text>
          <Text>{texts.forgedNote}</Text>
        </Card>
      ) : null}
      {query.isError && !forged ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      <Button look="ghost" onPress={onAgain}>
        {texts.verifyAgain}
      </Button>
    </>
  )
}

const Enter = ({ onCode }: { onCode: (code: string) => void }) => {
  const [words, setWords] = useState('')
  const [error, setError] = useState('')
  const go = () => {
    const code = words.replace(/[\s-]/g, '')
    if (CODE.test(code)) onCode(code)
    else setError(texts.verifyBad)
  }
  return (
    <>
      <Text className="h-title">{texts.verifyHead}</Text>
      <Text className="h-soft">{texts.verifyNote}</Text>
      <Field label={texts.verifyLabel} value={words} onChange={setWords} max={60} error={error} />
      <Button onPress={go}>{texts.verifyGo}</Button>
    </>
  )
}

/** For anybody, without logging in: whether a printed paper is genuine, and nothing else. */
export const VerifyScreen = () => {
  const { code: given = '', scene = '' } = useRouter().params
  const [code, setCode] = useState(given || decodeURIComponent(scene))
  return <Page title={texts.verifyTitle}>{code ? <Result code={code} onAgain={() => setCode('')} /> : <Enter onCode={setCode} />}</Page>
}
