import type { AnswerCard } from '@shared/answers/schemas'
import { CODE_LENGTHS } from '@shared/regions/schemas'
import { Text, View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { open, PAGES } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { dayWords } from '@/lib/time'
import { AnswerWords } from '../answer-words'
import { ResultChip } from '../result-chip'
import { CardPicture } from '../share/card-picture'
import { messageCard } from '../share/message-card'
import { ShareButtons } from '../share/share-buttons'
import { texts } from '../texts'
import '../answers.css'

const Facts = ({ answer }: { answer: AnswerCard }) => {
  const { title, result, regionName, people, source, publishedAt } = answer
  return (
    <View>
      <Text className="h-title h-block">{title}</Text>
      <View className="h-row wrap r-head">
        <ResultChip result={result} />
        {people === null ? null : <Text className="h-note">{texts.people(people)}</Text>}
      </View>
      <Text className="h-note h-block">{regionName}</Text>
      <Text className="h-note h-block">
        {[texts.source[source], publishedAt ? texts.publishedAt(dayWords(publishedAt)) : ''].filter(Boolean).join(' · ')}
      </Text>
    </View>
  )
}

const Shown = ({ answer }: { answer: AnswerCard }) => {
  const [picture, setPicture] = useState<string | null>(null)
  useShareAppMessage(() => ({
    title: `${texts.title}：${answer.title}`,
    path: `${PAGES.answer}?id=${encodeURIComponent(answer.id)}`,
    ...(picture ? { imageUrl: picture } : {}),
  }))
  return (
    <Page title={texts.title}>
      <Facts answer={answer} />
      <Card>
        <AnswerWords answer={answer} />
      </Card>
      <Text className="h-note">{texts.privacy}</Text>
      <View className="h-col">
        <ShareButtons answer={answer} />
      </View>
      <Card>
        <Entry title={texts.more} onPress={() => open('answers', { region: answer.regionCode.slice(0, CODE_LENGTHS.county) })} />
      </Card>
      {process.env.TARO_ENV === 'weapp' ? <CardPicture compose={(measure) => messageCard(answer, measure)} onReady={setPicture} /> : null}
    </Page>
  )
}

/** One answer: what was raised, what was done, and what was not and why. Everybody can read it and pass it on. */
export const AnswerScreen = ({ id }: { id: string }) => {
  const { data, isError, error, refetch } = useCall('answers.get', { params: { id } }, { enabled: id !== '', staleTime: 60_000 })
  if (data) return <Shown answer={data} />
  return <Page title={texts.title}>{isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}</Page>
}
