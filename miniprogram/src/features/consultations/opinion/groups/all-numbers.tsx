import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Table } from '@/components/table'
import { texts } from '../texts'
import { type Finding, rowsOf } from './numbers'

const STEP = 10

/** Every statement with all of its numbers, some at a time. */
export const AllNumbers = ({ findings, names }: { findings: readonly Finding[]; names: readonly string[] }) => {
  const [shown, setShown] = useState(0)
  if (findings.length === 0) return null
  if (shown === 0) {
    return (
      <Button look="ghost" onPress={() => setShown(STEP)}>
        {texts.showAll(findings.length)}
      </Button>
    )
  }
  return (
    <Card>
      <Text className="h-head h-block">{texts.all}</Text>
      <Text className="h-note h-block">{texts.allNote}</Text>
      {findings.slice(0, shown).map((finding) => (
        <View key={finding.statementId} className="v-finding">
          <Text className="h-bold">{finding.text}</Text>
          <Table label={finding.text} head={texts.allHead} rows={rowsOf(finding, names)} />
        </View>
      ))}
      <View className="h-row h-halves">
        {shown < findings.length ? (
          <Button look="ghost" onPress={() => setShown(shown + STEP)}>
            {texts.more}
          </Button>
        ) : null}
        <Button look="text" onPress={() => setShown(0)}>
          {texts.hideAll}
        </Button>
      </View>
    </Card>
  )
}
