import type { Case, Side } from '@server/modules/cases'
import { dateWords, timeWords } from '@server/modules/deadlines'
import type { followUpsOf } from '@server/modules/feedback'
import type { judicialOf, obligationsOf } from '@server/modules/obligations'
import { FOLLOW_UP_METHOD_NAMES, FOLLOW_UP_RESULT_NAMES } from '@shared/feedback/schemas'
import { JUDICIAL_STATE_NAMES, OBLIGATION_STATE_NAMES } from '@shared/obligations/schemas'
import { SIDE_NAMES } from './source'
import { moneyWords } from './words'

type FollowUp = Awaited<ReturnType<typeof followUpsOf>>[number]
type Obligation = Awaited<ReturnType<typeof obligationsOf>>[number]
type Judicial = NonNullable<Awaited<ReturnType<typeof judicialOf>>>

/** What a supplement says. Titles stand in the timeline too, which outlives the persons in it: no names, no words of theirs. */
export interface Words {
  title: string
  note: string
}
/** As the contract has it for supplements. */
const MOST_NOTE = 1000

/** Lines, the weightiest first, as far as there is room: what somebody wrote is not cut for the sake of a detail. */
const fitted = (lines: readonly string[]): string => {
  let text = ''
  for (const line of lines) {
    const longer = text && line ? `${text}\n${line}` : text || line
    if (longer.length <= MOST_NOTE) text = longer
  }
  return text
}

export const recordedWords = ({ round, method, result, note, by, doneAt }: FollowUp): Words => ({
  title: `第${round}次回访记录`,
  note: fitted([
    note,
    `结果：${result ? FOLLOW_UP_RESULT_NAMES[result] : ''}`,
    `方式：${method ? FOLLOW_UP_METHOD_NAMES[method] : ''}`,
    doneAt ? `时间：${timeWords(doneAt)}` : '',
    by ? `回访人：${by.name}` : '',
  ]),
})

/** What one of the parties filled in; null when it is not there any more. */
export const answeredWords = ({ round, answers }: FollowUp, personId: string): Words | null => {
  const answer = answers.find((one) => one.personId === personId)
  if (!answer) return null
  const { side, result, note, at } = answer
  const lines = [`${SIDE_NAMES[side]}答复：${FOLLOW_UP_RESULT_NAMES[result]}`, note, `时间：${timeWords(at)}`]
  return { title: `第${round}次回访问卷（${SIDE_NAMES[side]}）`, note: fitted(lines) }
}

const sideWords = ({ parties }: Pick<Case, 'parties'>, partyId: string): string => {
  const side: Side | undefined = parties.find((party) => party.id === partyId)?.side
  return side ? SIDE_NAMES[side] : '一方'
}

export const obligationWords = (one: Obligation, change: 'confirmed' | 'waived', doc: Pick<Case, 'parties'>): Words => {
  const { what, part, parts, amountCents, dueOn, doneAt, note } = one
  return {
    title: `履行情况：${OBLIGATION_STATE_NAMES[change === 'confirmed' ? 'done' : 'waived']}`,
    note: fitted([
      parts > 1 ? `约定事项：${what}（第${part}期，共${parts}期）` : `约定事项：${what}`,
      note ? `说明：${note}` : '',
      `${sideWords(doc, one.fromPartyId)}向${sideWords(doc, one.toPartyId)}履行`,
      amountCents === null ? '' : `金额：${moneyWords(amountCents)}`,
      `期限：${dateWords(dueOn)}`,
      doneAt ? `确认时间：${timeWords(doneAt)}` : '',
    ]),
  }
}

export const judicialWords = ({ court, courtNumber, lastDay }: Judicial, change: 'applied' | 'confirmed' | 'refused'): Words => ({
  title: `司法确认：${JUDICIAL_STATE_NAMES[change]}`,
  note: fitted([
    `情况：${JUDICIAL_STATE_NAMES[change]}`,
    `管辖法院：${court}`,
    // Told late, an application would be given the number of what the court has said since.
    change !== 'applied' && courtNumber ? `法院案号：${courtNumber}` : '',
    `申请期限：${dateWords(lastDay)}`,
  ]),
})
