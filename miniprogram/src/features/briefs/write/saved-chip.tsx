import { BRIEF_PART_NAMES } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip, type Tone } from '@/components/chip'
import { useNetwork } from '@/lib/network'
import { numbered } from '../brief-words'
import { texts } from '../texts'
import type { Saved } from './autosave'
import type { WritingNow } from './use-writing'

const TONES: Record<Saved, Tone> = { yes: 'outline', no: 'outline', saving: 'outline', kept: 'amber', refused: 'seal', conflict: 'amber' }

/** Whether what was written is safe, and where. */
export const SavedChip = ({ saved }: { saved: Saved }) => (
  <View role="status">
    <Chip tone={TONES[saved]}>{texts.saved[saved]}</Chip>
  </View>
)

/** What stands there and not here. */
const Theirs = ({ brief, text }: Pick<WritingNow, 'brief' | 'text'>) => {
  const here = new Set(numbered(text).map(({ claim }) => `${claim.id} ${claim.text.trim()}`))
  const other = numbered(brief).filter(({ claim }) => !here.has(`${claim.id} ${claim.text.trim()}`))
  const titles = brief.title === text.title ? [] : [{ key: 'title', name: texts.heading, words: brief.title }]
  const claims = other.map(({ part, at, claim }) => ({ key: claim.id, name: `${BRIEF_PART_NAMES[part]} ${at}`, words: claim.text }))
  return (
    <>
      {[...titles, ...claims].map(({ key, name, words }) => (
        <View key={key} className="b-quote">
          <Text className="h-note h-block">{`${texts.theirs} · ${name}`}</Text>
          <Text className="h-pre">{words}</Text>
        </View>
      ))}
    </>
  )
}

/** What the author has to know, or decide, about a save. */
export const SavedNote = ({ brief, text, saved, problem, writing }: WritingNow) => {
  const online = useNetwork((state) => state.online)
  if (saved === 'kept') {
    // without a network the page says so itself
    return !online ? null : (
      <Card tone="amber">
        <Text>{texts.keptNote}</Text>
      </Card>
    )
  }
  if (saved === 'refused') {
    return (
      <Card tone="amber">
        <Text>{texts.refusedNote(problem)}</Text>
      </Card>
    )
  }
  if (saved !== 'conflict') return null
  return (
    <Card tone="amber">
      <View className="h-col tight">
        <Text className="h-bold">{texts.conflictTitle}</Text>
        <Text>{texts.conflictNote}</Text>
        <Theirs brief={brief} text={text} />
        <Button look="ghost" onPress={() => writing.choose('mine')}>
          {texts.takeMine}
        </Button>
        <Button look="ghost" onPress={() => writing.choose('theirs')}>
          {texts.takeTheirs}
        </Button>
      </View>
    </Card>
  )
}
