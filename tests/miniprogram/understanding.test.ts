import { suitsKind } from '@shared/cases/categories'
import type { Understanding } from '@shared/understanding/schemas'
import { bodyOf, newDraft, subjectOf } from '@/features/submit/draft'
import { choiceOf, othersOf, soundsDangerous, understoodAs } from '@/features/submit/understanding'
import { numbersIn } from '@/lib/emergency'

const guess = <T>(value: T, ...because: string[]) => ({ value, certainty: 0.8, because })
const understanding = (over: Partial<Understanding> = {}): Understanding => ({
  categories: [guess('safety.fire', '楼道', '纸箱'), guess('property.service', '物业')],
  kind: guess('hazard' as const),
  risk: { level: 'D', signs: [], because: [] },
  places: [],
  question: null,
  urgent: null,
  source: 'lexicon',
  version: null,
  ...over,
})
const region = [{ code: '880101001', name: '柳林镇', level: 'township' as const }]

describe('what a case is about', () => {
  test('is what the person chose, before what the service understood, before what the device guesses', () => {
    const understood = understoodAs('楼上漏水', understanding())
    const draft = { ...newDraft(), text: '楼上漏水，天天滴', understood }
    expect(subjectOf({ ...draft, understood: null })).toMatchObject({ category: 'neighbour.leak' })
    expect(subjectOf(draft)).toMatchObject({ category: 'safety.fire', kind: 'hazard', because: ['楼道', '纸箱'] })
    expect(subjectOf({ ...draft, kind: 'complaint', category: 'environment.air' })).toMatchObject({ category: 'environment.air' })
  })

  test('what was understood no longer counts when the words have become others', () => {
    const understood = understoodAs('楼道堆满纸箱', understanding())
    expect(subjectOf({ ...newDraft(), text: '楼上漏水', understood })).toMatchObject({ category: 'neighbour.leak' })
  })

  test('a kind that does not suit the category is put right, and nothing understood is nothing', () => {
    const wrong = understoodAs('邻居吵', understanding({ categories: [guess('neighbour.noise')], kind: guess('hazard' as const) }))
    expect(wrong).toMatchObject({ kind: 'dispute', category: 'neighbour.noise' })
    expect(understoodAs('您好', understanding({ categories: [] }))).toBeNull()
    for (const { kind, category } of othersOf(understanding(), (code) => code)) expect(suitsKind(category, kind)).toBe(true)
  })

  test('an answer to the question decides kind and category together', () => {
    const known = understanding()
    expect(choiceOf({ label: '有人堆的', kind: 'dispute' }, known)).toMatchObject({ kind: 'dispute', category: 'property.service' })
    expect(choiceOf({ label: '请来处理', kind: 'complaint' }, known)).toMatchObject({ kind: 'complaint', category: 'safety.fire' })
    expect(choiceOf({ label: '吵', category: 'neighbour.noise' }, known)).toMatchObject({ kind: 'dispute', category: 'neighbour.noise' })
    const nothing = understanding({ categories: [] })
    expect(choiceOf({ label: '看到危险', kind: 'hazard' }, nothing)).toMatchObject({ kind: 'hazard', category: 'other.other' })
    expect(choiceOf({ label: '幸福小区' }, known)).toBeNull()
  })
})

describe('danger', () => {
  test.each(['他拿刀堵在我家门口', '我不想活了', '楼下着火了快来人', '他正在动手打人'])('is heard in: %s', (text) => {
    expect(soundsDangerous(text)).toBe(true)
  })
  test.each(['楼上一直漏水', '没有动手打人，只是吵了几句', '楼道堆了纸箱，怕着火了跑不出去', ''])('is not heard in: %s', (text) => {
    expect(soundsDangerous(text)).toBe(false)
  })
  test('only numbers that help are offered for calling', () => {
    expect(numbersIn('马上打 110；受伤打120，想不开打 12356，别打 10086，再说一遍 110')).toEqual(['110', '120', '12356'])
  })
})

test('joining others goes with the case only where it is a hazard', () => {
  const draft = { ...newDraft(), text: '楼道堆满纸箱', region, join: { id: 'h1', name: '楼道' } }
  expect(bodyOf({ ...draft, kind: 'hazard', category: 'safety.fire' }, {}).joinId).toBe('h1')
  expect(bodyOf({ ...draft, kind: 'complaint', category: 'property.service' }, {})).not.toHaveProperty('joinId')
})
