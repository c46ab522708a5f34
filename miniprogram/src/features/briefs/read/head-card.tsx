import { type BriefMove, briefMoves } from '@shared/briefs/moves'
import type { BriefView } from '@shared/briefs/schemas'
import { BRIEF_STATE_NAMES } from '@shared/briefs/words'
import { categoryName } from '@shared/cases/categories'
import { Text, View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { pressable } from '@/components/pressable'
import { ProgressBar } from '@/components/progress-bar'
import { open } from '@/lib/navigate'
import { nearPlace } from '@/lib/place-words'
import { elapsed, fullTimeWords } from '@/lib/time'
import { nextWords, openDue, toneOf } from '../brief-words'
import { texts } from '../texts'

/** The last time that it took a step. */
const lastOf = ({ history }: BriefView, move: BriefMove) =>
  history.filter(({ text }) => text.startsWith(briefMoves[move].sentence)).slice(-1)[0]

const Due = ({ brief }: { brief: BriefView }) => {
  const due = openDue(brief)
  if (!due || !brief.dueAt || !brief.department) return null
  const passed = lastOf(brief, 'passOn')?.at ?? brief.updatedAt
  return (
    <View className="b-due">
      <View className="h-row spread wrap">
        <Text>{`${brief.department.name} · ${texts.departmentDue(fullTimeWords(brief.dueAt))}`}</Text>
        <Text className={due.state === 'late' ? 'h-error' : 'h-note'}>{due.words}</Text>
      </View>
      <ProgressBar share={elapsed(passed, brief.dueAt)} state={due.state} label={due.words} />
    </View>
  )
}

const Missing = ({ missing }: { missing: readonly string[] }) => (
  <View className="b-due">
    <Text className="h-bold h-block">{texts.missing}</Text>
    {missing.map((words) => (
      <Text key={words} className="h-block">{`· ${words}`}</Text>
    ))}
  </View>
)

/** Why the office wants it changed: the last that it said of the brief. */
const returnedWith = (brief: BriefView): string | undefined => (brief.state === 'returned' ? lastOf(brief, 'return')?.text : undefined)

/** What comes next, by when, and what still stands in the way. */
const NextCard = ({ brief }: { brief: BriefView }) => {
  const { mergedInto, missing, can } = brief
  const returned = returnedWith(brief)
  return (
    <Card tone="soft">
      <Text className="b-next h-block">{texts.next}</Text>
      <Text className="h-bold h-block">{nextWords(brief)}</Text>
      {returned ? <Text className="h-block h-pre">{returned}</Text> : null}
      <Due brief={brief} />
      {can.includes('write') && missing.length > 0 ? <Missing missing={missing} /> : null}
      {mergedInto ? (
        <View className="h-link" {...pressable(() => open('brief', { id: mergedInto }), { role: 'link' })}>
          <Text>{texts.merged}</Text>
        </View>
      ) : null}
    </Card>
  )
}

/** What it is about, where it stands, whose it is, and what comes next. */
export const HeadCards = ({ brief }: { brief: BriefView }) => (
  <>
    <Card>
      <View className="h-row spread top">
        <View className="h-title h-grow">
          <Text>{brief.title}</Text>
        </View>
        <Chip tone={toneOf(brief.state)}>{BRIEF_STATE_NAMES[brief.state]}</Chip>
      </View>
      <View className="h-row b-author">
        <Avatar name={brief.author.name} />
        <View className="h-grow">
          <Text className="h-bold">{brief.author.name}</Text>
          {brief.signers > 0 ? <Text>{` ${texts.signers(brief.signers)}`}</Text> : null}
          <Text className="h-note h-block">
            {[
              ...(brief.number ? [brief.number] : []),
              nearPlace(brief.regionName),
              ...(brief.category ? [categoryName(brief.category)] : []),
            ].join(' · ')}
          </Text>
        </View>
      </View>
      {brief.residents !== null ? <Text className="h-note h-block">{texts.residents(brief.residents)}</Text> : null}
    </Card>
    <NextCard brief={brief} />
  </>
)
