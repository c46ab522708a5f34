import type { CaseView } from '@shared/cases/schemas'
import { ROLE_NAMES } from '@shared/identity/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { PagedList } from '@/components/paged-list'
import { pressable } from '@/components/pressable'
import { usePages } from '@/lib/query'
import { timeWords } from '@/lib/time'
import { texts } from '../texts'

const roleName = (role: string): string => (ROLE_NAMES as Record<string, string>)[role] ?? ''

const Reads = ({ id }: { id: string }) => {
  const pages = usePages('cases.reads', { params: { id }, query: {} })
  return (
    <PagedList pages={pages} count={pages.items.length} empty={<Text className="h-note">{texts.readsNone}</Text>}>
      {pages.items.map((read) => (
        <View key={`${read.at}${read.by}${read.what}`}>
          <Text>{[roleName(read.role), read.by].filter(Boolean).join(' ')}</Text>
          <View>
            <Text className="h-note">{[timeWords(read.at), texts.readWhat[read.what], read.reason].filter(Boolean).join(' · ')}</Text>
          </View>
        </View>
      ))}
    </PagedList>
  )
}

/** Who of the staff has looked at the case; loaded when asked for. */
export const ReadsCard = ({ view }: { view: CaseView }) => {
  const [shown, setShown] = useState(false)
  if (!view.can.includes('readReads')) return null
  return (
    <Card>
      <View className="h-head">
        <Text>{texts.reads}</Text>
      </View>
      {shown ? (
        <Reads id={view.id} />
      ) : (
        <View className="h-link" {...pressable(() => setShown(true))}>
          <Text>{texts.readsShow}</Text>
        </View>
      )}
    </Card>
  )
}
