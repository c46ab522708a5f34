import type { Risk } from '@shared/cases/words'
import type { Words } from './texts-after'

type Table = Record<string, Words | undefined>

/** What whoever is on duty reads at once. */
export const RISK_WORDS: Partial<Record<Risk, Words>> = {
  A: { title: '有一件危急的事，请马上处理', hint: '可能有人受伤，先联系当事人' },
  B: { title: '有一件高风险的事，请尽快处理', hint: '先联系当事人，问清情况' },
}
/** What whoever has the case reads when somebody else has seen the danger in it. */
export const RISK_SEEN: Words = { title: '您手上的一件事风险升高了', hint: '请先联系当事人' }

export const LIGHT_WORDS: Record<'yellow' | 'red', (deadline: string) => Words> = {
  yellow: (deadline) => ({ title: `有一件事快到${deadline}了`, hint: '请抓紧处理' }),
  red: (deadline) => ({ title: `有一件事已经超过${deadline}`, hint: '请尽快处理' }),
}
/** For the level above, when nobody below has moved. */
export const SUPERVISION_ESCALATED: Words = { title: '有一件督办到期没有答复', hint: '请督促下级答复' }
export const DEADLINE_ESCALATED: Words = { title: '有一件事超期后一直没有办', hint: '请督促下级处理' }

/** What the supervisor reads when a case had to be taken from somebody who kept silent. */
export const SILENCE: { next: Words; queue: Words } = {
  next: { title: '有一件事没人应，已转给下一位', hint: '请问问原来的承办人' },
  queue: { title: '有一件事没人应，已退回调度', hint: '请看看派给谁' },
}

export const EXTENSION_WORDS: Table = {
  asked: { title: '有人申请延长时限', hint: '请决定' },
  granted: { title: '延长时限的申请同意了' },
  refused: { title: '延长时限的申请没有同意', hint: '请在原来的期限内办理' },
}
export const SUPERVISION_WORDS: Table = {
  asked: { title: '有一件督办请您回复', hint: '请在要求的时间内回复' },
  again: { title: '督办的回复要补充', hint: '请再回复一次' },
  done: { title: '一件督办已了结' },
  replied: { title: '您督办的事有回复了', hint: '请看看是否满意' },
}
export const QUESTION_WORDS = {
  overdue: { title: '协助的事已过答复期限', hint: '请尽快答复' },
  overdueOwner: { title: '请人协助的事还没有答复', hint: '可以催一催，或换人问' },
  withdrawn: { title: '有一件请您协助的事撤回了', hint: '不用再答复' },
} as const satisfies Record<string, Words>
export const SIMILAR: Words = { title: '有一件事可能是重复反映的', hint: '看看是不是同一件' }

/** One message for what came in a day. */
export const DIGEST = {
  title: '今天要看的消息',
  text: ({ work, progress }: { work: number; progress: number }): string =>
    [work > 0 ? `待办${work}件` : '', progress > 0 ? `进展${progress}条` : ''].filter(Boolean).join('，'),
} as const
