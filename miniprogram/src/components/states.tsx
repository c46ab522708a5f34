import { Skeleton } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { askLogin, back } from '@/lib/navigate'
import { ApiProblem, NetworkError, wordsOf } from '@/lib/problem'
import { Button } from './button'
import { Card } from './card'
import { texts } from './texts'

interface EmptyProps {
  title: string
  /** What to do about it. */
  note?: string
  action?: string
  onAction?: () => void
}

/** An empty list says what to do. */
export const EmptyState = ({ title, note, action, onAction }: EmptyProps) => (
  <View className="h-state">
    <Text className="h-head">{title}</Text>
    {note ? <Text className="h-note">{note}</Text> : null}
    {action ? (
      <Button small onPress={onAction}>
        {action}
      </Button>
    ) : null}
  </View>
)

/** An error says what to do next: try again, log in, or go back. */
export const ErrorState = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const unknown = error instanceof ApiProblem && error.status === 401
  const gone = error instanceof ApiProblem && (error.status === 404 || error.status === 403)
  const note = error instanceof NetworkError ? texts.networkNote : unknown ? texts.loginNote : gone ? texts.goneNote : texts.errorNote
  const action = unknown ? texts.goLogin : gone ? texts.goBack : texts.retry
  const press = unknown ? askLogin : gone ? back : onRetry
  return <EmptyState title={wordsOf(error)} note={note} {...(press ? { action, onAction: press } : {})} />
}

/** Stands where content will be. */
export const Loading = ({ cards = 2 }: { cards?: number }) => (
  <View className="h-col" aria-label={texts.loading}>
    {Array.from({ length: cards }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: identical placeholders without an identity
      <Card key={index}>
        <Skeleton rows={3} animated />
      </Card>
    ))}
  </View>
)
