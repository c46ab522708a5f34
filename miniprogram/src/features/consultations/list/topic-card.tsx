import type { ConsultationCard } from '@shared/consultations/schemas'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ProgressBar } from '@/components/progress-bar'
import { nearPlace } from '@/lib/place-words'
import { fullTimeWords } from '@/lib/time'
import { StateChip } from '../state-chip'
import { supportShare } from '../steps'
import { texts } from '../texts'

const Support = ({ item }: { item: ConsultationCard }) => {
  const lacking = item.supportNeeded - item.supporters
  return (
    <>
      <ProgressBar share={supportShare(item)} label={texts.supportBar} />
      <View className="h-row spread">
        <Text className="h-note">{texts.supporters(item.supporters)}</Text>
        <Text className="h-note">{lacking > 0 ? texts.short(lacking) : texts.enough}</Text>
      </View>
    </>
  )
}

const aboutWords = ({ regionName, proposer, voters }: ConsultationCard): string =>
  [nearPlace(regionName), texts.by[proposer], voters > 0 ? texts.voters(voters) : ''].filter(Boolean).join(' · ')

/** One topic of a list: what about, where it stands, and what is near. */
export const TopicCard = ({ item, on = false, onOpen }: { item: ConsultationCard; on?: boolean; onOpen: () => void }) => (
  <Card className={`c-card ${on ? 'on' : ''}`} onPress={onOpen}>
    <View className="h-row spread top">
      <Text className="h-bold h-grow">{item.title}</Text>
      <StateChip {...item} />
    </View>
    <Text className="h-note h-block">{aboutWords(item)}</Text>
    {item.state === 'proposed' && item.supportNeeded > 0 && !item.checking ? <Support item={item} /> : null}
    {item.state === 'scheduled' && item.meetingAt ? (
      <Text className="h-deep h-block">{texts.meetingAt(fullTimeWords(item.meetingAt))}</Text>
    ) : null}
  </Card>
)
