import type { CaseView, Room } from '@shared/cases/schemas'

/** The side for which the reader takes part. */
const sideOf = ({ relation, parties }: Pick<CaseView, 'relation' | 'parties'>): 'applicant' | 'respondent' => {
  if (relation === 'helper') return parties.find(({ part }) => part === 'helper')?.side ?? 'applicant'
  return relation === 'respondent' ? 'respondent' : 'applicant'
}

/** The rooms that a party reads: the own one, and the joint one once the respondent takes part. */
export const roomsOf = (view: Pick<CaseView, 'relation' | 'parties'>): Room[] => {
  const respondentIsIn = view.parties.some(({ side, part, accepted }) => side === 'respondent' && part === 'party' && accepted)
  return respondentIsIn ? [sideOf(view), 'joint'] : [sideOf(view)]
}
