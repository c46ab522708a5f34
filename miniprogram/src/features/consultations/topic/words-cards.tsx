import type { FileView } from '@shared/platform/files'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Photos } from '@/components/photos'
import { open } from '@/lib/navigate'
import { timeWords } from '@/lib/time'
import { texts } from '../texts'
import type { PartProps } from '../use-topic'

/** A heading, words as they were written, and photos. */
export const WordsCard = ({
  title,
  text,
  files = [],
  note,
}: {
  title: string
  text: string
  files?: readonly FileView[]
  note?: string
}) => (
  <Card>
    <Text className="h-head h-block c-part">{title}</Text>
    <Text className="h-pre">{text}</Text>
    {files.length > 0 ? (
      <View className="h-gapped">
        <Photos files={files} />
      </View>
    ) : null}
    {note ? <Text className="h-note h-block">{note}</Text> : null}
  </Card>
)

type Shown = Pick<PartProps, 'view'>

/** Why it should be talked over, and what one should know about it. */
export const AboutCards = ({ view }: Shown) => (
  <>
    {view.background ? <WordsCard title={texts.background} text={view.background} files={view.backgroundFiles} /> : null}
    <WordsCard title={texts.why} text={view.text} />
  </>
)

/** What it has led to so far, the newest first. */
export const ResultCards = ({ view }: Shown) => {
  const { summary, opinion, minutes, can } = view
  const isPrivate = minutes !== null && opinion === null && can.includes('writeMinutes')
  return (
    <>
      {summary ? <WordsCard title={texts.summaryTitle} text={summary} /> : null}
      {opinion ? <WordsCard title={texts.opinionOf} text={opinion} /> : null}
      {minutes ? (
        <WordsCard
          title={texts.minutesTitle}
          text={minutes.text}
          files={minutes.files}
          note={isPrivate ? texts.minutesPrivate : timeWords(minutes.at)}
        />
      ) : null}
    </>
  )
}

/** How many have said what they think, and the way to what they think. */
export const GroupsCard = ({ view }: Shown) => {
  if (view.state === 'proposed' || view.state === 'declined' || view.state === 'chosen') return null
  return (
    <Card>
      <Entry
        title={texts.opinionTitle}
        note={`${view.voters > 0 ? texts.voters(view.voters) : texts.opinionNone}。${texts.opinionNote}`}
        onPress={() => open('groups', { id: view.id })}
      />
    </Card>
  )
}
