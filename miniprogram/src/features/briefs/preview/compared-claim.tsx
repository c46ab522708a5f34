import type { BriefPreview } from '@shared/briefs/schemas'
import { Text, View } from '@tarojs/components'
import { texts } from '../texts'
import { type Compared, differs, marksAfter, marksBefore } from './marks'

type Pieces = ReturnType<typeof marksBefore>

const Marked = ({ title, pieces, mark }: { title: string; pieces: Pieces; mark: string }) => (
  <View className="b-version">
    <Text className="h-note h-block">{title}</Text>
    <View className="h-pre">
      {pieces.map(({ at, words, on }) => (
        <Text key={at} className={on ? mark : ''}>
          {words}
        </Text>
      ))}
    </View>
  </View>
)

interface Props {
  claim: Compared
  at: number
  removed: BriefPreview['removed']
}

/** A claim as others will read it; where something was taken out, the author's own words stand beside it. */
export const ComparedClaim = ({ claim, at, removed }: Props) => (
  <View className="b-claim">
    <View className="h-row top">
      <Text className="b-number" aria-hidden>{`${at}`}</Text>
      {differs(claim) ? (
        <View className="h-grow b-versions">
          <Marked title={texts.before} pieces={marksBefore(claim, removed)} mark="b-gone" />
          <Marked title={texts.after} pieces={marksAfter(claim, removed)} mark="b-instead" />
        </View>
      ) : (
        <Text className="h-grow h-pre">{claim.after}</Text>
      )}
    </View>
  </View>
)
