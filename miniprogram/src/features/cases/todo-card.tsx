import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Entry } from '@/components/entry'
import { open } from '@/lib/navigate'
import { TODO } from './texts'
import type { Todo } from './todos'

/** What I am asked to do now: first on the page, one press away. */
export const TodoCard = ({ todos }: { todos: readonly Todo[] }) =>
  todos.length === 0 ? null : (
    <Card tone="amber">
      <View className="h-head">
        <Text>{TODO.title}</Text>
      </View>
      {todos.map(({ key, title, note, late, page, query }) => (
        <Entry
          key={key}
          title={title}
          note={note}
          right={late ? <Chip tone="seal">{TODO.late}</Chip> : undefined}
          onPress={() => open(page, query)}
        />
      ))}
    </Card>
  )
