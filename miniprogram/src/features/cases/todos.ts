import type { CaseView } from '@shared/cases/schemas'
import type { FollowUpView } from '@shared/feedback/schemas'
import type { ObligationsView, ObligationView } from '@shared/obligations/schemas'
import type { PaperItem } from '@shared/papers/schemas'
import { dayName } from '@/features/obligations/day-name'
import { jointOf } from '@/features/talk/rooms'
import { yuanWords } from '@/lib/money'
import type { PageName } from '@/lib/navigate'
import { TODO } from './texts'

export interface Todo {
  key: string
  title: string
  note: string
  /** Late: shown as such. */
  late?: boolean
  page: PageName
  query: Record<string, string>
}

/** What belongs to a case and is loaded beside it; missing where the reader does not see it, or until it has come. */
export interface Belongings {
  papers?: readonly PaperItem[] | undefined
  obligations?: ObligationsView | undefined
  followUps?: readonly FollowUpView[] | undefined
}

const paperTodos = (papers: readonly PaperItem[]): Todo[] =>
  papers.flatMap((paper) => {
    if (!paper.asks) return []
    const words = paper.asks === 'sign' ? TODO.sign : TODO.read
    return [{ key: paper.id, title: words.title(paper.title), note: words.note, page: 'paper' as const, query: { id: paper.id } }]
  })

/** How long before its day a promise begins to ask for its being kept. */
const AHEAD = 7 * 86_400_000

const isNear = ({ dueOn }: ObligationView, today: string): boolean => Date.parse(dueOn) - Date.parse(today) <= AHEAD

const obligationTodos = (caseId: string, items: readonly ObligationView[], today: string): Todo[] =>
  items.flatMap((one) => {
    const about = { key: one.id, page: 'obligations' as const, query: { id: caseId } }
    const what = one.amountCents === null ? one.what : yuanWords(one.amountCents)
    if (one.state === 'claimed' && one.can.includes('confirm')) {
      return [{ ...about, title: TODO.confirmKept(one.from.name), note: what }]
    }
    if (!one.can.includes('claim') || !(one.overdue || isNear(one, today))) return []
    const note = one.overdue ? TODO.overdue : TODO.due(dayName(one.dueOn, today))
    return [{ ...about, title: TODO.keep(what), note, late: one.overdue }]
  })

/** What the reader is asked to do about a case now, the most pressing first. An appointment and the result have buttons of their own. */
export const todosOf = (view: CaseView, { papers = [], obligations, followUps = [] }: Belongings, today: string): Todo[] => {
  const id = view.id
  const late = (todo: Todo) => (todo.late ? 0 : 1)
  const found: Todo[] = [...paperTodos(papers), ...obligationTodos(id, obligations?.items ?? [], today).sort((a, b) => late(a) - late(b))]
  if (view.can.includes('openJointRoom') && jointOf(view) === 'wanted') {
    found.push({ key: 'joint', ...TODO.joint, page: 'chat', query: { id, room: 'joint' } })
  }
  const form = followUps.find(({ can }) => can.includes('answer'))
  if (form) found.push({ key: form.id, ...TODO.followUp, page: 'followUp', query: { id } })
  return found
}
