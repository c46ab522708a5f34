import { regionName } from '@server/modules/regions'
import { categoryName, topOf } from '@shared/cases/categories'
import type { CaseKind } from '@shared/cases/words'
import { CODE_LENGTHS } from '@shared/regions/schemas'
import type { Desk } from './desk.model'

/** '柳林镇3网格': villages and grids with the name of their township, for their own names recur everywhere. */
const placeName = (code: string): string =>
  code.length > CODE_LENGTHS.township ? `${regionName(code.slice(0, CODE_LENGTHS.township))}${regionName(code)}` : regionName(code)

const skill = (desk: Desk, kind: CaseKind, category: string): string => {
  const top = topOf(category)
  if (!desk.categories.includes(top)) return '各类事项都受理'
  return `擅长${categoryName(top)}${kind === 'dispute' ? '纠纷' : '类事项'}`
}

/** Why this mediator, in plain words that follow the name in the timeline; `desk` as it was before the case came. */
export const whyMediator = (options: { desk: Desk; code: string; kind: CaseKind; category: string; wished: boolean }): string => {
  const { desk, code, kind, category, wished } = options
  const reasons = `负责${placeName(code)}，${skill(desk, kind, category)}，手上${desk.load}件（最多${desk.capacity}件）`
  return wished ? `按申请人的意愿，${reasons}` : reasons
}

/** Why the centre's queue. */
export const whyQueue = (centreName: string | undefined): string => `附近暂时没有能接这件事的调解员，由${centreName ?? '综治中心'}尽快派单`

/** Why the queue of an organisation. */
export const whyOrganisation = (name: string): string => `这类事项由${name}办理`

/** Why the centre's queue, by a rule. */
export const whyRuledQueue = (centreName: string | undefined): string => `这类事项先由${centreName ?? '综治中心'}看过再安排`

/** Why nobody handles it; the resident reads where to go as soon as it is returned. */
export const WHY_ANSWERED = '这件事不在受理范围，马上告诉您该找谁'

/** Put before the reasons when somebody was passed over; who and why is nobody's business. */
export const PASSED_OVER = '有调解员按规定回避；'

/** Put before the reasons when the mediator whom the applicant asked for could not be given. */
export const WISH_REFUSED = '申请人想找的调解员目前不能接；'

/** Why a case that nobody has accepted goes elsewhere. */
export const SILENT_TO_NEXT = '在规定时间内没有受理，转给下一位'
export const SILENT_TO_QUEUE = '在规定时间内没有受理，由综治中心重新安排'

/** Why a case goes back when who had it handles none any more. */
export const HANDLER_LEFT = '原经办人不再办理事项，由综治中心重新安排'

/** Why a case is given to somebody in the morning, or taken from a full desk. */
export const morningWords = (why: string, fromDesk: boolean): string => (fromDesk ? `原承办人手上事项较多，调整承办人；${why}` : why)
