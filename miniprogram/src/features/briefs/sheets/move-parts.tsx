import { BRIEF_LEVEL_NAMES, BRIEF_LEVELS } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { DateField } from '@/components/date-field'
import { Field } from '@/components/field'
import { Pick } from '@/components/option'
import { ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { dateOf } from '@/lib/time'
import { texts } from '../texts'
import type { Given } from './move-body'
import { NamedChoice } from './named-choice'

const DAY = 86_400_000
/** The service takes no later one. */
const LATEST = 179

interface Props {
  given: Given
  change: (part: Partial<Given>) => void
}

/** At which level, by whom and when it was adopted; for an instruction also its words. */
export const LevelPart = ({ instruction, given, change }: Props & { instruction: boolean }) => {
  const label = instruction ? texts.levelInstruct : texts.levelLabel
  return (
    <>
      <View>
        <View className="h-label">
          <Text>{label}</Text>
        </View>
        <View className="h-picks b-halves" role="radiogroup" aria-label={label}>
          {BRIEF_LEVELS.map((level) => (
            <Pick key={level} title={BRIEF_LEVEL_NAMES[level]} on={level === given.level} onPress={() => change({ level })} />
          ))}
        </View>
      </View>
      <Field
        label={instruction ? texts.instructBy : texts.adoptBy}
        value={given.by}
        onChange={(by) => change({ by })}
        placeholder={instruction ? texts.instructByPlaceholder : texts.adoptByPlaceholder}
        max={60}
      />
      {instruction ? (
        <Field label={texts.instructText} value={given.text} onChange={(text) => change({ text })} max={3000} long="short" />
      ) : null}
      <DateField
        label={instruction ? texts.instructAt : texts.adoptAt}
        value={given.on}
        onChange={(on) => change({ on })}
        max={dateOf(Date.now())}
      />
    </>
  )
}

/** Which department is asked, and by when it has to answer. */
export const PassOnPart = ({ regionCode, given, change }: Props & { regionCode: string }) => {
  const colleagues = useCall('briefs.colleagues', { query: { regionCode } }, { staleTime: 60_000 })
  if (colleagues.isPending) return <Loading cards={1} />
  if (colleagues.isError) return <ErrorState error={colleagues.error} onRetry={() => void colleagues.refetch()} />
  const { departments } = colleagues.data
  return (
    <>
      <Text className="h-bold">{departments.length > 0 ? texts.departmentLabel : texts.departmentNone}</Text>
      <NamedChoice
        label={texts.departmentLabel}
        items={departments}
        chosen={given.departmentId}
        onChoose={(departmentId) => change({ departmentId })}
      />
      <DateField
        label={texts.dueLabel}
        value={given.due}
        onChange={(due) => change({ due })}
        min={dateOf(Date.now() + DAY)}
        max={dateOf(Date.now() + LATEST * DAY)}
      />
    </>
  )
}
