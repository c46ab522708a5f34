import { isCategory, suitsKind } from '@shared/cases/categories'
import { SubmitCase } from '@shared/cases/schemas'
import { bodyOf, clearDraft, hasContent, loadDraft, newDraft, saveDraft, subjectOf } from '@/features/submit/draft'
import { guess } from '@/features/submit/guess'
import { RULES } from '@/features/submit/guess-words'
import { takeBack, useOutbox } from '@/features/submit/outbox-store'
import { device } from './doubles/taro'

beforeEach(() => device.reset())

const region = [{ code: '880101001', name: '柳林镇', level: 'township' as const }]

describe('a draft', () => {
  test('is on the device after every change, and gone when it was handed over', () => {
    const draft = { ...newDraft(), text: '路灯不亮' }
    saveDraft(draft)
    expect(loadDraft()).toEqual(draft)
    clearDraft()
    expect(loadDraft()).toBeNull()
  })

  test('of an older version of the app opens with what that did not know filled in', () => {
    device.storage.set('draft', JSON.stringify({ key: 'k', text: '路灯不亮' }))
    expect(loadDraft()).toMatchObject({ key: 'k', text: '路灯不亮', photos: [], step: 'what' })
  })

  test('without words, voice or photos is nothing to keep', () => {
    expect(hasContent({ ...newDraft(), text: '  ' })).toBe(false)
    expect(hasContent({ ...newDraft(), voice: { id: 'v', key: 'v' } })).toBe(true)
  })
})

describe('what is sent of a draft', () => {
  test('is what the contract takes', () => {
    const full = {
      ...newDraft(),
      text: ' 楼上漏水 ',
      region,
      point: [120.1, 30.2] as [number, number],
      address: '3 号楼',
      respondentName: '刘先生',
      respondentPhone: '13812345678',
      anonymous: true,
      mediator: { id: 'm1', name: '王秀兰' },
    }
    const body = bodyOf(full, {})
    expect(SubmitCase.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      text: '楼上漏水',
      respondent: { name: '刘先生', phone: '13812345678' },
      anonymous: true,
      preferredMediatorId: 'm1',
    })
  })

  test('says nothing of another side where there is none', () => {
    const body = bodyOf({ ...newDraft(), text: '路灯不亮', region, respondentName: '刘先生', anonymous: true, opinionUse: true }, {})
    expect(body).toMatchObject({ kind: 'complaint', category: 'utility.lamp', anonymous: false, opinionUse: true })
    expect(body.respondent).toBeUndefined()
  })

  test('falls back on 其他 when what was chosen does not go with the kind', () => {
    const body = bodyOf({ ...newDraft(), text: '。', region, kind: 'hazard', category: 'family.marriage' }, {})
    expect(body.category).toBe('other.other')
  })
})

describe('the guess', () => {
  test('rests on categories that exist and suit their kind', () => {
    for (const { category, kind } of RULES) {
      expect({ category, known: isCategory(category), suits: suitsKind(category, kind) }).toEqual({ category, known: true, suits: true })
    }
  })

  test.each([
    ['楼上漏水，天花板发霉', 'neighbour.leak'],
    ['包工头拖欠我三个月工资', 'labour.wage'],
    ['楼道里电瓶车飞线充电', 'safety.wiring'],
    ['河道里有人乱倒垃圾', 'environment.rubbish'],
  ])('takes “%s” for %s', (words, category) => {
    expect(guess(words)?.category).toBe(category)
  })

  test('gives way to what the person chooses', () => {
    expect(subjectOf({ ...newDraft(), text: '楼上漏水', kind: 'complaint', category: 'property.service' })).toMatchObject({
      kind: 'complaint',
      category: 'property.service',
    })
  })

  test('says nothing when there is nothing to go by', () => {
    expect(guess('您好')).toBeUndefined()
  })
})

test('what has never been sent can be taken back', () => {
  const draft = { ...newDraft(), text: '路灯不亮' }
  device.storage.set('outbox', JSON.stringify([{ draft, fileIds: {}, owner: null, attempted: false, refused: null }]))
  expect(takeBack(draft.key)).toMatchObject({ text: '路灯不亮' })
  expect(useOutbox.getState().parcels).toEqual([])
})
