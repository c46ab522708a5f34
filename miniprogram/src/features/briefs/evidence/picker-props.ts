import type { AddEvidence, BriefView } from '@shared/briefs/schemas'

/** What a way of finding evidence is given. */
export interface PickerProps {
  brief: BriefView
  busy: boolean
  /** Answers whether it was taken up. */
  onTake: (evidence: AddEvidence) => Promise<boolean>
}
