import type { YearOfWork } from '@shared/briefs/schemas'
import { BRIEF_LEVEL_NAMES, BRIEF_LEVELS } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Table } from '@/components/table'
import { texts } from './texts'

type Row = YearOfWork['rows'][number]

const numbersOf = ({ submitted, signed, accepted, adopted, instructed, consultations }: Row): number[] => [
  submitted,
  signed,
  accepted,
  adopted,
  instructed,
  consultations,
]

const levelsOf = (levels: readonly number[]): string =>
  BRIEF_LEVELS.flatMap((level, i) => (levels[i] ? [`${BRIEF_LEVEL_NAMES[level]} ${levels[i]}`] : [])).join('、')

/** On a telephone: a paragraph for each, for six columns do not fit. */
const Paragraph = ({ row }: { row: Row }) => {
  const levels = levelsOf(row.levels)
  return (
    <View className="y-row">
      <View className="h-row spread">
        <Text className="h-bold h-grow">{row.name}</Text>
        <Text>{`${texts.submitted} ${row.submitted} · ${texts.adopted} ${row.adopted}`}</Text>
      </View>
      <Text className="h-note">
        {numbersOf(row)
          .flatMap((count, i) => (count > 0 && i !== 0 && i !== 3 ? [`${texts.columns[i]} ${count}`] : []))
          .concat(levels ? [texts.levels(levels)] : [])
          .join(' · ')}
      </Text>
    </View>
  )
}

/** What each member or group has done. */
export const RowsCard = ({ year, wide }: { year: YearOfWork; wide: boolean }) => (
  <Card>
    <Text className="h-head">{texts.rows}</Text>
    {wide ? (
      <Table
        label={texts.rows}
        head={[texts.name[year.by], ...texts.columns, ...BRIEF_LEVELS.map((level) => BRIEF_LEVEL_NAMES[level])]}
        rows={year.rows.map((row) => [row.name, ...[...numbersOf(row), ...row.levels].map(String)])}
      />
    ) : (
      year.rows.map((row) => <Paragraph key={row.id} row={row} />)
    )}
  </Card>
)
