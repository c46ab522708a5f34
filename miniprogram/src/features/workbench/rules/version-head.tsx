import { Text, View } from '@tarojs/components'
import { Chip, type Tone } from '@/components/chip'
import { timeWords } from '@/lib/time'
import { texts } from './texts'

interface Version {
  version: number
  state: keyof typeof texts.states
  note: string
  savedBy: string
  savedAt: string
}

const TONES: Record<Version['state'], Tone> = { draft: 'amber', active: 'bamboo', retired: 'neutral' }

/** Which version of rules it is, why it was made, and by whom. What the code brings has neither date nor number. */
export const VersionHead = ({ version, state, note, savedBy, savedAt }: Version) => (
  <View>
    <View className="h-row spread top">
      <Text className="h-bold h-grow">{note}</Text>
      <Chip tone={TONES[state]}>{texts.states[state]}</Chip>
    </View>
    {version > 0 ? (
      <Text className="h-note">{[texts.version(version), texts.savedBy(savedBy, timeWords(savedAt))].join(' · ')}</Text>
    ) : null}
  </View>
)
