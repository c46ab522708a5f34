import { Text, View } from '@tarojs/components'

/** Numbers in rows and columns, as a screen reader understands them. */
export const Table = ({ label, head, rows }: { label: string; head: readonly string[]; rows: readonly (readonly string[])[] }) => (
  <View className="o-table" role="table" aria-label={label}>
    <View className="o-tr head" role="row">
      {head.map((cell) => (
        <View key={cell} className="o-td" role="columnheader">
          <Text>{cell}</Text>
        </View>
      ))}
    </View>
    {rows.map((row) => (
      <View key={row[0]} className="o-tr" role="row">
        {row.map((cell, index) => (
          <View key={`${row[0]}-${head[index]}`} className="o-td" role="cell">
            <Text>{cell}</Text>
          </View>
        ))}
      </View>
    ))}
  </View>
)
