import type { ConsultationAbility, ConsultationView } from '@shared/consultations/schemas'

/** What somebody can press on a topic: the service's abilities, with those of the meeting under one button. */
export type Act =
  | Exclude<
      ConsultationAbility,
      'judge' | 'leave' | 'addStatement' | 'hideStatement' | 'invite' | 'checkInOthers' | 'seeAttendees' | 'writeMinutes'
    >
  | 'meeting'

const ORDER: readonly Act[] = [
  'rate',
  'choose',
  'openCall',
  'schedule',
  'meeting',
  'conclude',
  'passOn',
  'report',
  'signUp',
  'support',
  'vote',
  'reschedule',
  'decline',
  'brief',
]
const OF_MEETING: readonly ConsultationAbility[] = ['invite', 'checkInOthers', 'seeAttendees', 'writeMinutes']

/**
 * The reader's buttons, the one next step first. The hall comes before the opinion until there are minutes: without them
 * there is nothing to publish. Where the meeting is over the hall is a thing of the past.
 */
export const actsOf = (view: ConsultationView): Act[] => {
  const { can, state, minutes, supported, judgement } = view
  const offers = (act: Act): boolean => {
    if (act === 'meeting') return view.meeting !== null && OF_MEETING.some((ability) => can.includes(ability))
    if (act === 'support') return can.includes('support') && !supported
    return can.includes(act)
  }
  const later = (act: Act): boolean =>
    (act === 'meeting' && (minutes !== null || state !== 'scheduled')) || (act === 'rate' && judgement?.mine != null)
  const offered = ORDER.filter(offers)
  return [...offered.filter((act) => !later(act)), ...offered.filter(later)]
}
