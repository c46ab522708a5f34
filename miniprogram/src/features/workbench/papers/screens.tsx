import { PAPER_KINDS } from '@shared/papers/schemas'
import { useState } from 'react'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { PaperPart } from './paper-part'
import { texts } from './texts'
import { type FrameProps, pageWays } from './ways'
import { WritePart } from './write-part'
import '../workbench.css'

const PageFrame = ({ title, footer, children }: FrameProps) => (
  <Page title={title} footer={footer}>
    {children}
  </Page>
)

/** A paper on a page of its own. */
export const StaffPaperScreen = ({ id, caseId }: { id: string; caseId: string }) => <PaperPart id={id} ways={pageWays(caseId, PageFrame)} />

/** The editor of a paper on a page of its own. */
export const WritePaperScreen = ({ caseId, kind, id }: { caseId: string; kind: string | undefined; id: string | undefined }) => {
  // read once: what happens to the case meanwhile must not disturb who is writing
  const [options] = useState({ params: { id: caseId }, query: {} })
  const view = useCall('cases.get', options, { staleTime: 600_000 })
  if (!view.data) {
    return (
      <Page title={texts.title}>
        {view.isPending ? <Loading /> : <ErrorState error={view.error} onRetry={() => void view.refetch()} />}
      </Page>
    )
  }
  const wanted = PAPER_KINDS.find((each) => each === kind)
  return <WritePart view={view.data} ways={pageWays(caseId, PageFrame)} kind={wanted} id={id} />
}
