import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Card } from './card'
import { pressable } from './pressable'
import { Table } from './table'
import { texts } from './texts'

interface Props {
  title: string
  /** The same numbers in rows and columns. */
  head: readonly string[]
  rows: readonly (readonly string[])[]
  /** The row, by its first cell, that stands out. */
  on?: string
  /** Below the picture as well as below the table. */
  note?: string
  /** The picture of them. */
  children: ReactNode
}

/** Numbers as a picture, or as a table for whoever would rather read them. */
export const FiguresCard = ({ title, head, rows, on, note, children }: Props) => {
  const [table, setTable] = useState(false)
  const words = table ? texts.asPicture : texts.asTable
  return (
    <Card>
      <View className="h-row spread">
        <Text className="h-head">{title}</Text>
        <View className="h-link" {...pressable(() => setTable(!table), { label: `${title} ${words}` })}>
          <Text>{words}</Text>
        </View>
      </View>
      {table ? <Table label={title} head={head} rows={rows} {...(on === undefined ? {} : { on })} /> : children}
      {note ? <Text className="h-note h-block">{note}</Text> : null}
    </Card>
  )
}
