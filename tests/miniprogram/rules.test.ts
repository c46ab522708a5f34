import { DEADLINE_KINDS } from '@shared/cases/moves'
import { CASE_KINDS, RISKS } from '@shared/cases/words'
import { DEFAULT_RULES as DEADLINES, limitIn } from '@shared/deadlines/limits'
import { type DeadlineRule, SaveDeadlineRules, UNITS } from '@shared/deadlines/schemas'
import type { RoutingRule, RoutingView } from '@shared/dispatch/routing'
import fc from 'fast-check'
import { sumOf, worstFirst } from '@/features/workbench/centre/lights-board'
import { newNotice, withPlace } from '@/features/workbench/notices/notice-draft'
import { areSpans, bodyOf, draftFrom as deadlineDraft } from '@/features/workbench/rules/deadlines/deadline-draft'
import { steppedAmount } from '@/features/workbench/rules/deadlines/limit-sheet'
import { linesOf, matrixOf, rulesOf, withLimit } from '@/features/workbench/rules/deadlines/matrix'
import { comingOf, isOvernight, spanOf } from '@/features/workbench/rules/duty/roster'
import { withCategory } from '@/features/workbench/rules/routing/category-choice'
import { swapped, versionsOf, withRule } from '@/features/workbench/rules/routing/routing-draft'
import { thenWords, whenWords } from '@/features/workbench/rules/routing/rule-words'
import { isWhole } from '@/features/workbench/rules/routing/then-part'

const ANY = { kinds: [], categories: [], risks: [], regionCodes: [] }
const QUEUE: RoutingRule['then'] = { to: 'queue' }
// biome-ignore lint/suspicious/noThenProperty: data of a rule, nothing is awaited
const rule = (name: string): RoutingRule => ({ name, when: ANY, then: QUEUE })

const aRule: fc.Arbitrary<DeadlineRule> = fc.record({
  deadline: fc.constantFrom(...DEADLINE_KINDS),
  kinds: fc.subarray([...CASE_KINDS]),
  risks: fc.subarray([...RISKS]),
  limit: fc.record({ amount: fc.integer({ min: 1, max: 4 }), unit: fc.constantFrom(...UNITS) }),
})

describe('a table of time limits', () => {
  test('says as rules what it said as a table, in any order of rules, within what may be saved', () => {
    fc.assert(
      fc.property(fc.array(aRule, { maxLength: 30 }), (rules) => {
        const matrix = matrixOf({ rules })
        const written = rulesOf(matrix)
        expect(written.length).toBeLessThanOrEqual(100)
        for (const order of [written, [...written].reverse()]) {
          for (const deadline of DEADLINE_KINDS)
            for (const kind of CASE_KINDS)
              for (const risk of RISKS)
                expect(limitIn({ rules: order }, { deadline, kind, risk })).toEqual(limitIn({ rules }, { deadline, kind, risk }))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('has one line where all are alike, and puts together what is', () => {
    const matrix = matrixOf(DEADLINES)
    expect(linesOf(matrix, 'confirm')).toEqual([{ deadline: 'confirm', kinds: [], risks: [], limit: { amount: 15, unit: 'workingDays' } }])
    expect(linesOf(matrix, 'accept').map(({ kinds, risks }) => [kinds, risks])).toEqual([
      [[], ['A']],
      [[], ['B']],
      [[], ['C', 'D']],
    ])
  })

  test('a limit that is set counts for what it names and for nothing else', () => {
    const before = matrixOf(DEADLINES)
    const limit = { amount: 5, unit: 'hours' as const }
    const after = withLimit(before, { deadline: 'reply', kinds: ['hazard'], risks: ['C'], limit })
    expect(after.reply.hazard.C).toEqual(limit)
    expect({ ...after.reply.hazard, C: before.reply.hazard.C }).toEqual(before.reply.hazard)
    expect(after.reply.dispute).toEqual(before.reply.dispute)
    expect(after.accept).toEqual(before.accept)
  })

  test('the default rules can be saved as they stand', () => {
    expect(SaveDeadlineRules.safeParse(bodyOf({ ...deadlineDraft(DEADLINES), note: ' 照旧 ' })).data?.note).toBe('照旧')
  })

  test('office hours stand in order and apart', () => {
    expect(areSpans(DEADLINES.officeHours)).toBe(true)
    expect(areSpans([{ from: '09:00', to: '09:00' }])).toBe(false)
    expect(
      areSpans([
        { from: '09:00', to: '12:00' },
        { from: '12:00', to: '18:00' },
      ]),
    ).toBe(false)
  })

  test('amounts go up and down by steps and stay within what is allowed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (amount) => {
        const [less, more] = [steppedAmount(amount, -1), steppedAmount(amount, 1)]
        expect(less >= 1 && less <= amount && more <= 1000 && more >= amount).toBe(true)
        expect(amount === 1 || less < amount).toBe(true)
        expect(amount === 1000 || more > amount).toBe(true)
      }),
    )
  })
})

describe('routing rules', () => {
  const names = { organisations: new Map([['o1', '消防站']]), regions: new Map([['880101001', '柳林镇']]) }

  test('are sentences that anybody can read', () => {
    const when: RoutingRule['when'] = {
      kinds: ['hazard'],
      categories: ['safety.fire'],
      risks: ['A', 'B'],
      regionCodes: ['880101001', '8802'],
    }
    expect(whenWords(when, names)).toBe('隐患 · 安全隐患 · 消防通道与火灾 · 紧急、高风险 · 柳林镇、8802')
    expect(whenWords(ANY, names)).toBe('所有的事')
    expect(thenWords({ to: 'organisation', organisationId: 'o1' }, names)).toBe('交给消防站')
    expect(thenWords({ to: 'organisation', organisationKind: 'department', nameHas: '消防' }, names)).toBe(
      '交给最近的职能部门（名称带“消防”）',
    )
    expect(thenWords({ to: 'mediator', specialistsOnly: true, levels: ['village', 'township'] }, names)).toBe(
      '派给最合适的调解员，只要专长对口的，只在村（社区）、乡镇街道找',
    )
    expect(thenWords({ to: 'answer', text: '请打 122' }, names)).toBe('不受理，告诉居民：请打 122')
  })

  test('are whole only when they say where to', () => {
    expect(isWhole({ to: 'organisation' })).toBe(false)
    expect(isWhole({ to: 'answer', text: '  ' })).toBe(false)
    expect([isWhole({ to: 'organisation', organisationId: 'o1' }), isWhole({ to: 'queue' })]).toEqual([true, true])
  })

  test('are put, taken away and put into order', () => {
    const rules = ['一', '二', '三'].map((name) => rule(name))
    const said = (list: readonly RoutingRule[]) => list.map(({ name }) => name).join('')
    expect(said(withRule(rules, null, rule('四')))).toBe('一二三四')
    expect(said(withRule(rules, 1, rule('新')))).toBe('一新三')
    expect(said(withRule(rules, 1, null))).toBe('一三')
    expect(said(swapped(rules, 0, 1))).toBe('二一三')
    expect(said(swapped(rules, 0, -1))).toBe('一二三')
  })

  test('a whole group stands for its members', () => {
    expect(withCategory(['safety.fire', 'labour.wage'], 'safety')).toEqual(['labour.wage', 'safety'])
    expect(withCategory(['safety'], 'safety.fire')).toEqual(['safety.fire'])
    expect(withCategory(['safety'], 'safety')).toEqual([])
  })

  test('the nearest region with rules counts, and what is above is said to be inherited', () => {
    const of = (id: string, regionCode: string, state: RoutingView['state']) => ({ id, regionCode, state }) as RoutingView
    const all = [
      of('d', '880101', 'draft'),
      of('town', '880101001', 'active'),
      of('city', '8801', 'active'),
      of('other', '880102', 'active'),
    ]
    const county = versionsOf(all, '880101')
    expect([county.inForce?.id, county.inherited, county.drafts.map(({ id }) => id)]).toEqual(['city', true, ['d']])
    const town = versionsOf(all, '880101001')
    expect([town.inForce?.id, town.inherited, town.drafts]).toEqual(['town', false, []])
  })
})

describe('the duty roster', () => {
  test('a shift that ends before it begins goes into the next day', () => {
    expect(isOvernight('18:00', '09:00')).toBe(true)
    expect(spanOf('2026-12-31', '18:00', '09:00')).toEqual({ from: '2026-12-31T18:00:00+08:00', until: '2027-01-01T09:00:00+08:00' })
    expect(spanOf('2026-12-31', '09:00', '18:00')).toEqual({ from: '2026-12-31T09:00:00+08:00', until: '2026-12-31T18:00:00+08:00' })
  })

  test('shows what is running or to come, the earliest first', () => {
    const entry = (day: string) => ({ personId: day, name: day, ...spanOf(day, '09:00', '18:00') })
    const now = Date.parse('2026-11-26T10:00:00+08:00')
    const shown = comingOf([entry('2026-11-28'), entry('2026-11-25'), entry('2026-11-26')], now)
    expect(shown.map(({ name }) => name)).toEqual(['2026-11-26', '2026-11-28'])
  })
})

describe('places of a notice', () => {
  test('none lies within another', () => {
    const city = { code: '8801', name: '和安市' }
    const town = { code: '880101001', name: '柳林镇' }
    expect(withPlace([city], town)).toEqual([city])
    expect(withPlace([town], city)).toEqual([city])
    expect(newNotice([city]).places).toEqual([city])
    expect(newNotice([city, town]).places).toEqual([])
  })
})

test('the board begins with where most is late', () => {
  const counts = (regionName: string, red: number, yellow: number) => ({
    regionCode: regionName,
    regionName,
    open: 9,
    red,
    yellow,
    supervised: 0,
  })
  const items = [counts('甲', 0, 5), counts('乙', 2, 0), counts('丙', 0, 6)]
  expect(worstFirst(items).map(({ regionName }) => regionName)).toEqual(['乙', '丙', '甲'])
  expect(sumOf(items, 'yellow')).toBe(11)
})
