import { Text, View } from '@tarojs/components'

/** Numbers in rows and columns, as a screen reader understands them. `on`: the row, by its first cell, that stands out. */
export const Table = ({
  label,
  head,
  rows,
  on,
}: {
  label: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
  on?: string
}) => (
  <View className="h-table" role="table" aria-label={label}>
    <View className="h-tr head" role="row">
      {head.map((cell) => (
        <View key={cell} className="h-td" role="columnheader">
          <Text>{cell}</Text>
        </View>
      ))}
    </View>
    {rows.map((row) => (
      <View key={row[0]} className={`h-tr ${on !== undefined && row[0] === on ? 'on' : ''}`} role="row">
        {row.map((cell, index) => (
          <View key={`${row[0]}-${head[index]}`} className="h-td" role="cell">
            <Text>{cell}</Text>
          </View>
        ))}
      </View>
    ))}
  </View>
)
