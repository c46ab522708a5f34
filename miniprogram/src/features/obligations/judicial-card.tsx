import { JUDICIAL_STATE_NAMES, type JudicialView } from '@shared/obligations/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { open } from '@/lib/navigate'
import { dateOf } from '@/lib/time'
import { dayName } from './day-name'
import { texts } from './texts'

/** How few days are left before it is time to hurry. */
const SOON = 10

/** The court's confirmation: what it is good for, by when both have to ask for it, and how it stands. */
export const JudicialCard = ({ judicial }: { judicial: JudicialView }) => {
  const { state, daysLeft, lastDay, court, courtNumber, paperId } = judicial
  const asks = state === 'open'
  return (
    <Card tone={asks && daysLeft <= SOON ? 'amber' : 'white'}>
      <View className="h-col tight">
        <View className="h-row spread top">
          <Text className="h-head h-grow">{texts.judicialTitle}</Text>
          <Chip tone={asks ? 'amber' : state === 'confirmed' ? 'bamboo' : 'neutral'}>
            {asks ? texts.daysLeft(daysLeft) : JUDICIAL_STATE_NAMES[state]}
          </Chip>
        </View>
        {asks ? (
          <>
            <Text>{texts.judicialLast(dayName(lastDay, dateOf(Date.now())), court)}</Text>
            <Text className="h-soft">{texts.judicialWhy}</Text>
          </>
        ) : null}
        {courtNumber ? <Text className="h-note">{texts.courtNumber(courtNumber)}</Text> : null}
        {paperId ? (
          <Button look="ghost" onPress={() => open('paper', { id: paperId })}>
            {texts.judicialPaper}
          </Button>
        ) : null}
      </View>
    </Card>
  )
}
