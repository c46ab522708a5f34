import { EmptyState, ErrorState } from '@/components/states'
import { openTab } from '@/lib/navigate'
import { isProblem } from '@/lib/problem'
import { texts } from './texts'

/** Why there is nothing to answer: used, too old, or unknown. */
export const Gone = (props: { error: unknown; forRole?: boolean; onOther: () => void; onRetry: () => void }) => {
  const { error, forRole = false, onOther, onRetry } = props
  if (forRole && isProblem(error, 'invitation_used')) {
    return <EmptyState title={texts.usedTitle} note={texts.usedRole} action={texts.goHome} onAction={() => openTab('home')} />
  }
  if (isProblem(error, 'invitation_used')) {
    return <EmptyState title={texts.usedTitle} note={texts.usedNote} action={texts.myCases} onAction={() => openTab('cases')} />
  }
  if (isProblem(error, 'invitation_expired')) return <EmptyState title={texts.expiredTitle} note={texts.expiredNote} />
  if (isProblem(error, 'not_found') || isProblem(error, 'invalid_input')) {
    return <EmptyState title={texts.unknownTitle} note={texts.unknownNote} action={texts.enterAgain} onAction={onOther} />
  }
  return <ErrorState error={error} onRetry={onRetry} />
}
