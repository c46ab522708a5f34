import type { Audience } from '@shared/cases/words'
import type { Side } from './case.model'
import type { InvitedPart } from './party-invitation.model'

// Names are left out: they stay with the person, so that erasing the person erases them here too.
const PART_WORDS: Record<InvitedPart, string> = { respondent: '对方当事人', representative: '代理人', helper: '帮手' }
const SIDE_WORDS: Record<Side, string> = { applicant: '申请人', respondent: '对方' }

const whose = (part: InvitedPart, side: Side): string =>
  part === 'respondent' ? PART_WORDS.respondent : `${SIDE_WORDS[side]}的${PART_WORDS[part]}`

/** Who reads of an invitation: of the respondent's, the applicant; of a helper's, the side that the helper helps. */
export const invitationAudience = (part: InvitedPart, side: Side): Audience[] => [part === 'respondent' ? 'applicant' : side, 'staff']
/** Once the respondent is in, both sides read it. */
export const joinedAudience = (part: InvitedPart, side: Side): Audience[] =>
  part === 'respondent' ? ['applicant', 'respondent', 'staff'] : [side, 'staff']

export const invitedText = (part: InvitedPart, side: Side): string => `邀请${whose(part, side)}参加`
export const answeredText = (options: { part: InvitedPart; side: Side; agreed: boolean }): string =>
  `${whose(options.part, options.side)}${options.agreed ? '已同意参加' : '不愿参加'}`
export const revokedText = (part: InvitedPart, side: Side): string => `${whose(part, side)}不再参加`
