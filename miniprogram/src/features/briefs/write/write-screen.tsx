import { Page } from '@/components/page'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { replace } from '@/lib/navigate'
import { useApp } from '@/lib/store'
import { texts } from '../texts'
import { useBrief } from '../use-brief'
import type { Source } from './start-draft'
import { StartForm } from './start-form'
import { Writer } from './writer'
import '../briefs.css'

const Written = ({ id }: { id: string }) => {
  const view = useBrief(id)
  if (view.data?.can.includes('write')) return <Writer brief={view.data} />
  return (
    <Page title={texts.writeTitle}>
      {view.data ? (
        <EmptyState
          title={texts.notWritable}
          note={texts.notWritableNote}
          action={texts.readIt}
          onAction={() => replace('brief', { id })}
        />
      ) : view.isError ? (
        <ErrorState error={view.error} onRetry={() => void view.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

/** Begins a brief, or goes on with one. */
export const WriteScreen = ({ id, source }: { id: string | undefined; source: Source }) => {
  // a page opened by its address is drawn before it is known who writes, and from where
  const known = useApp(({ me, status }) => me !== null || status === 'out')
  if (id) return <Written id={id} />
  if (!known) {
    return (
      <Page title={texts.startTitle}>
        <Loading />
      </Page>
    )
  }
  return <StartForm source={source} onBegun={(begun) => replace('briefWrite', { id: begun })} />
}
