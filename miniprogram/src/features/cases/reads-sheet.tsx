import { Text, View } from '@tarojs/components'
import { PagedList } from '@/components/paged-list'
import { Sheet } from '@/components/sheet'
import { usePages } from '@/lib/query'
import { timeWords } from '@/lib/time'
import { roleName } from './case-card'
import { texts } from './texts'

const Reads = ({ id }: { id: string }) => {
  const pages = usePages('cases.reads', { params: { id }, query: {} })
  return (
    <PagedList pages={pages} count={pages.items.length} empty={<Text className="h-soft">{texts.readsNone}</Text>}>
      {pages.items.map(({ at, by, role, what, reason }) => (
        <View className="h-line" key={`${at}${by}${what}`}>
          <Text>{`${by} ${roleName(role)} ${texts.readWhat[what] ?? what}`}</Text>
          <View>
            <Text className="h-note">{[timeWords(at), reason ? texts.readReason(reason) : ''].filter(Boolean).join(' · ')}</Text>
          </View>
        </View>
      ))}
    </PagedList>
  )
}

/** Who of the staff has read this case, and why. */
export const ReadsSheet = ({ id, open, onClose }: { id: string; open: boolean; onClose: () => void }) => (
  <Sheet open={open} title={texts.reads} onClose={onClose}>
    <Reads id={id} />
  </Sheet>
)
