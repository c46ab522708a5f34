import { type Audience, EVERYONE } from '@shared/cases/words'
import type { Side } from './case.model'
import type { InvitedPart } from './party-invitation.model'

// Names are left out: they stay with the person, so that erasing the person erases them here too.
const PART_WORDS: Record<InvitedPart, string> = {
  respondent: '对方当事人',
  coParty: '共同当事人',
  representative: '代理人',
  guardian: '监护人',
  helper: '帮手',
}
const SIDE_WORDS: Record<Side, string> = { applicant: '申请人', respondent: '对方' }

const whose = (part: InvitedPart, side: Side): string =>
  part === 'respondent' ? PART_WORDS.respondent : `${SIDE_WORDS[side]}的${PART_WORDS[part]}`

/** Who reads of an invitation: of the respondent's, the applicant; of a helper's, the side that the helper helps. */
export const invitationAudience = (part: InvitedPart, side: Side): Audience[] => [part === 'respondent' ? 'applicant' : side, 'staff']
/** Once one more party is in, both sides read it. */
export const joinedAudience = (part: InvitedPart, side: Side): Audience[] =>
  part === 'respondent' || part === 'coParty' ? [...EVERYONE] : [side, 'staff']

export const invitedText = (part: InvitedPart, side: Side): string => `邀请${whose(part, side)}参加`
export const answeredText = (options: { part: InvitedPart; side: Side; agreed: boolean }): string =>
  `${whose(options.part, options.side)}${options.agreed ? '已同意参加' : '不愿参加'}`
export const revokedText = (part: InvitedPart, side: Side): string => `${whose(part, side)}不再参加`

export const minorText = (side: Side, minor: boolean): string =>
  minor ? `${SIDE_WORDS[side]}一方有人未满十八周岁，由监护人代为参加` : `${SIDE_WORDS[side]}一方的当事人已满十八周岁，由本人参加`
export const speakersText = (side: Side, count: number): string => `${SIDE_WORDS[side]}一方选出${count}位代表说话`
export const quitText = (options: { side: Side; quit: boolean; whole: boolean; reason: string | undefined }): string => {
  const who = `${SIDE_WORDS[options.side]}${options.whole ? '' : '一方有人'}`
  return `${who}${options.quit ? '退出调解' : '重新参加调解'}${options.reason === undefined ? '' : `：${options.reason}`}`
}
const ROOM_WORDS = { wanted: '想和另一方一起谈', opened: '同意一起谈，大家的房间已打开', closed: '关闭了大家一起谈的房间' } as const
export const roomText = (side: Side, change: keyof typeof ROOM_WORDS): string => `${SIDE_WORDS[side]}${ROOM_WORDS[change]}`
