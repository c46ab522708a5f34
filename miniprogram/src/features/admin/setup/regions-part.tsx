import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { invalidate } from '@/lib/query'
import { call, type Output } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { pickText } from './pick-text'

const SHOWN = 50

const Result = ({ result }: { result: Output<'regions.import'> }) => (
  <Card tone={result.rejected.length > 0 ? 'amber' : 'soft'}>
    <Text className="h-head">{texts.imported(result.imported)}</Text>
    {result.rejected.length > 0 ? <Text>{texts.rejected(result.rejected.length)}</Text> : null}
    {result.rejected.slice(0, SHOWN).map(({ row, reason }) => (
      <View key={`${row}${reason}`}>
        <Text className="h-note">{texts.rejectedRow(row, reason)}</Text>
      </View>
    ))}
  </Card>
)

/** Imports the tree of regions or its boundaries from a file. */
export const RegionsPart = () => {
  const [result, setResult] = useState<Output<'regions.import'> | null>(null)
  const { busy, act } = useAct()
  const choose = () =>
    act(async () => {
      const file = await pickText('.csv,.json,.geojson')
      if (!file) return
      const format = /\.(geo)?json$/i.test(file.name) ? 'geojson' : 'csv'
      setResult(await call('regions.import', { body: { format, content: file.content } }))
      await invalidate('regions.list')
    })
  return (
    <View className="h-col">
      <Text>{texts.regionsNote}</Text>
      {process.env.TARO_ENV === 'h5' ? (
        <Button busy={busy} onPress={choose}>
          {busy ? texts.importing : texts.chooseFile}
        </Button>
      ) : (
        <Text className="h-note">{texts.regionsH5}</Text>
      )}
      {result ? <Result result={result} /> : null}
    </View>
  )
}
