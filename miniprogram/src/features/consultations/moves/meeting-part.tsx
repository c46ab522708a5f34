import { Text, View } from '@tarojs/components'
import { DateField } from '@/components/date-field'
import { Field } from '@/components/field'
import { Pick } from '@/components/option'
import { TimeField } from '@/components/time-field'
import { dateOf } from '@/lib/time'
import { lastDay } from '../steps'
import { texts } from '../texts'
import { type Given, LENGTHS } from './move-form'

/** When, where, how long, and for how many. */
export const MeetingPart = ({ given, change }: { given: Given; change: (part: Partial<Given>) => void }) => (
  <>
    <DateField
      label={texts.dayLabel}
      value={given.day}
      onChange={(day) => change({ day })}
      min={dateOf(Date.now())}
      max={lastDay(Date.now())}
    />
    <TimeField label={texts.timeLabel} value={given.time} onChange={(time) => change({ time })} />
    <View role="radiogroup" aria-label={texts.lengthLabel}>
      <View className="h-label">
        <Text>{texts.lengthLabel}</Text>
      </View>
      <View className="h-row wrap w-halves">
        {LENGTHS.map((minutes) => (
          <Pick
            key={minutes}
            title={texts.lasts(minutes).replace('约 ', '')}
            on={minutes === given.minutes}
            onPress={() => change({ minutes })}
          />
        ))}
      </View>
    </View>
    <Field
      label={texts.placeLabel}
      value={given.place}
      onChange={(place) => change({ place })}
      max={100}
      placeholder={texts.placePlaceholder}
    />
    <Field label={texts.placesLabel} type="number" value={given.places} onChange={(places) => change({ places })} max={3} />
  </>
)
