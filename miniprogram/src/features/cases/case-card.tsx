import type { CaseItem } from '@shared/cases/schemas'
import { isOpen } from '@shared/cases/words'
import { ROLE_NAMES, type Role } from '@shared/identity/schemas'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { StatusChip } from '@/components/chip'
import { ProgressBar } from '@/components/progress-bar'
import { openCase } from '@/lib/navigate'
import { remaining } from '@/lib/time'
import { chipWords, nextOf, shareOf } from './next'
import { texts } from './texts'

/** What a role is called; nothing for one that the app does not know. */
export const roleName = (role: string): string => ROLE_NAMES[role as Role] ?? ''

/** A case in a list: who has it, what comes next, and by when. */
export const CaseCard = ({ item }: { item: CaseItem }) => {
  const next = nextOf(item)
  const who = item.assignee ? `${item.assignee.name} ${roleName(item.assignee.role)}` : texts.nobody
  const left = item.deadline && isOpen(item.status) && item.light !== 'none' ? remaining(item.deadline) : null
  // A time that nobody has agreed to yet must not look like one that holds.
  const asked = item.booking?.status === 'proposed' && next.note !== ''
  const light = item.light === 'green' ? '' : texts.lights[item.light]
  return (
    <Card onPress={() => openCase(item.id)}>
      <View className="h-row spread top">
        <Text className="h-bold h-grow">{item.title}</Text>
        <StatusChip status={item.status} {...chipWords(item)} />
      </View>
      <Text className="h-note">{who}</Text>
      {isOpen(item.status) ? (
        <View className="h-gapped">
          <ProgressBar share={shareOf(item.status)} label={item.title} />
        </View>
      ) : null}
      <View className="h-row spread top h-note">
        <Text className="h-grow">{asked ? `${next.title}，${next.note}` : next.title}</Text>
        {left ? <Text className={item.light === 'red' ? 'h-late' : ''}>{[light, left.words].filter(Boolean).join(' · ')}</Text> : null}
      </View>
    </Card>
  )
}
