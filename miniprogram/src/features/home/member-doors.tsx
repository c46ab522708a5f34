import { Card } from '@/components/card'
import { AnswersEntry } from '@/features/answers/home/answers-entry'
import { BriefsEntry } from '@/features/briefs/home/briefs-entry'
import { YearEntry } from '@/features/briefs/year/year-entry'
import { TopicsEntry } from '@/features/consultations/home/topics-entry'
import { SignalsEntry } from '@/features/insight/home/signals-entry'
import { ChecksEntry } from '@/features/workbench/centre/checks-entry'

/** Where a member's and the office's work begins, besides the numbers. */
export const MemberDoors = () => (
  <Card>
    <SignalsEntry />
    <TopicsEntry />
    <ChecksEntry />
    <BriefsEntry />
    <AnswersEntry />
    <YearEntry />
  </Card>
)
