import type { PaperKind } from '@shared/papers/schemas'
import type { ComponentType, ReactNode } from 'react'
import { back, open, replace } from '@/lib/navigate'

export interface FrameProps {
  title: string
  footer?: ReactNode
  children: ReactNode
}

/** How one gets from paper to paper: pages on a telephone, the pane beside the list on a wide window. */
export interface PaperWays {
  /** Draws a paper's or an editor's frame. */
  Frame: ComponentType<FrameProps>
  show: (paperId: string) => void
  /** After writing: the paper takes the editor's place. */
  written: (paperId: string) => void
  write: (what: { kind: PaperKind } | { paperId: string }) => void
  leave: () => void
}

/** The ways on a telephone. */
export const pageWays = (caseId: string, Frame: PaperWays['Frame']): PaperWays => ({
  Frame,
  show: (paperId) => open('staffPaper', { id: paperId, case: caseId }),
  // a changed paper lies just below its editor
  written: (paperId) => replace('staffPaper', { id: paperId, case: caseId }),
  write: (what) => open('writePaper', { case: caseId, ...('kind' in what ? { kind: what.kind } : { id: what.paperId }) }),
  leave: back,
})
