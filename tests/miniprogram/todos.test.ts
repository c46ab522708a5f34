import type { CaseView } from '@shared/cases/schemas'
import type { ObligationView } from '@shared/obligations/schemas'
import type { PaperItem } from '@shared/papers/schemas'
import { todosOf } from '@/features/cases/todos'
import { hasLeft, otherHasLeft, sideOf } from '@/features/parties/people-words'
import { jointOf, maySpeak } from '@/features/talk/rooms'

const party = (change: Partial<CaseView['parties'][number]>): CaseView['parties'][number] => ({
  id: 'a',
  side: 'applicant',
  part: 'party',
  name: '陈桂香',
  accepted: true,
  minor: false,
  actsFor: null,
  speaker: true,
  authority: null,
  quit: false,
  me: false,
  phoneMasked: null,
  ...change,
})
const view = (change: Partial<CaseView>) =>
  ({
    id: 'c1',
    relation: 'respondent',
    status: 'mediating',
    can: ['message'],
    parties: [party({}), party({ id: 'r', side: 'respondent', name: '李建国', me: true })],
    jointRoom: { applicant: false, respondent: false, open: false },
    ...change,
  }) as CaseView
const promise = (change: Partial<ObligationView>) =>
  ({
    id: 'o1',
    what: '修好防水',
    amountCents: null,
    dueOn: '2026-12-01',
    overdue: false,
    state: 'open',
    can: [],
    from: { partyId: 'r', name: '李建国' },
    ...change,
  }) as ObligationView
const paper = (asks: PaperItem['asks']) => ({ id: `p-${asks}`, title: '调解协议书', asks }) as PaperItem
const promises = (...items: ObligationView[]) => ({
  items,
  totals: { promisedCents: 0, doneCents: 0, openCents: 0, overdueCents: 0 },
  judicial: null,
})
const titles = (change: Partial<CaseView>, belongings: Parameters<typeof todosOf>[1], today = '2026-11-26') =>
  todosOf(view(change), belongings, today).map(({ title }) => title)

test('papers are asked about only while they wait for the reader', () => {
  expect(titles({}, { papers: [paper(null), paper('read'), paper('sign')] })).toEqual([
    '看一看《调解协议书》写得对不对',
    '在《调解协议书》上签名',
  ])
})

test('a promise is a duty from a week before its day on, and says when it is late', () => {
  const mine = promise({ can: ['claim'] })
  expect(titles({}, { obligations: promises(mine) }, '2026-11-20')).toEqual([])
  expect(titles({}, { obligations: promises(mine) }, '2026-11-24')).toEqual(['照约定做：修好防水'])
  const late = promise({ id: 'o2', can: ['claim'], overdue: true, amountCents: 150_000 })
  expect(todosOf(view({}), { obligations: promises(mine, late) }, '2026-12-05').map(({ key, late }) => [key, late])).toEqual([
    ['o2', true],
    ['o1', false],
  ])
})

test('whoever is to get something is asked only when the other side says that it is done', () => {
  expect(titles({}, { obligations: promises(promise({ can: ['confirm', 'waive'] })) })).toEqual([])
  expect(titles({}, { obligations: promises(promise({ state: 'claimed', can: ['confirm', 'dispute'] })) })).toEqual([
    '李建国说做到了，请您确认',
  ])
})

test('the joint room is asked about when the other side has opened it, and not before', () => {
  const wanted = { jointRoom: { applicant: true, respondent: false, open: false }, can: ['message', 'openJointRoom'] as CaseView['can'] }
  expect(titles({ can: wanted.can }, {})).toEqual([])
  expect(titles(wanted, {})).toEqual(['对方愿意一起说话，看您愿不愿意'])
  expect(jointOf(view({ jointRoom: { applicant: false, respondent: true, open: false } }))).toBe('waiting')
  expect(jointOf(view({ jointRoom: { applicant: true, respondent: true, open: true } }))).toBe('open')
})

test('in the joint room only the chosen speakers of a side write, in their own room everybody', () => {
  const open = { applicant: true, respondent: true, open: true }
  const silent = [party({}), party({ id: 'r', side: 'respondent', me: true, speaker: false })]
  expect(maySpeak(view({ jointRoom: open }), 'joint')).toBe(true)
  expect(maySpeak(view({ jointRoom: open, parties: silent }), 'joint')).toBe(false)
  expect(maySpeak(view({ jointRoom: open, parties: silent }), 'respondent')).toBe(true)
  expect(maySpeak(view({}), 'joint')).toBe(false)
})

test('who has left, or whose side has, is known from the parties; a guardian leaves with the child', () => {
  const child = [
    party({ id: 'r', side: 'respondent', minor: true, quit: true }),
    party({ id: 'g', side: 'respondent', part: 'guardian', actsFor: 'r', me: true }),
    party({}),
  ]
  expect(hasLeft(view({ parties: child }))).toBe(true)
  expect(otherHasLeft(view({ parties: child }))).toBe(false)
  expect(sideOf(view({ parties: child, relation: 'respondent' }))).toBe('respondent')
  expect(otherHasLeft(view({ parties: [party({ quit: true }), party({ id: 'r', side: 'respondent', me: true })] }))).toBe(true)
})
