import { isClose, type Looked, type Marks, marksOf, plain } from '@server/modules/dispatch/closeness'
import { createTieIndex } from '@server/modules/dispatch/tie-index'
import type { Ties } from '@shared/dispatch/schemas'
import fc from 'fast-check'

const digest = (phone: string) => `#${phone}`
const marks = (ties: Partial<Ties>): Marks => marksOf({ employers: [], addresses: [], people: [], ...ties }, digest)
const looked = (name: string, phone?: string, address = ''): Looked => ({
  persons: [{ name: plain(name), phone: phone === undefined ? undefined : digest(phone) }],
  address: plain(address),
})

describe('closeness', () => {
  test('a relative is known by number where both are known, and by name otherwise', () => {
    const close = marks({ people: [{ name: '宋建国', relation: '堂兄', phone: '13800000009' }] })
    expect(isClose(close, looked('微信用户', '13800000009'))).toBe(true)
    expect(isClose(close, looked('宋 建国'))).toBe(true)
    expect(isClose(close, looked('宋建国', '13700000001'))).toBe(false)
    expect(isClose(close, looked('宋建'))).toBe(false)
    const nameOnly = marks({ people: [{ name: '宋建国', relation: '堂兄' }] })
    expect(isClose(nameOnly, looked('宋建国', '13700000001'))).toBe(true)
  })

  test('a workplace is known when the other side is named after it', () => {
    const close = marks({ employers: ['柳溪镇供水站', '公司'] })
    expect(isClose(close, looked('柳溪镇供水站（老于）'))).toBe(true)
    expect(isClose(close, looked('某某公司'))).toBe(false)
  })

  test('an address is the same with or without the way to it', () => {
    const close = marks({ addresses: ['柳溪镇桥头村三组 12 号'] })
    expect(isClose(close, looked('某人', undefined, '桥头村三组12号'))).toBe(true)
    expect(isClose(close, looked('某人', undefined, '平安市东河县柳溪镇桥头村三组１２号'))).toBe(true)
    expect(isClose(close, looked('某人', undefined, '桥头村三组路口'))).toBe(false)
    expect(isClose(close, looked('某人', undefined, '12号'))).toBe(false)
  })

  test('the index finds exactly those who are close, whatever was declared before', () => {
    const word = fc.stringMatching(/^[甲乙丙丁1-3]{1,9}$/)
    const person = fc.record({ name: word, phone: fc.option(fc.constantFrom('#1', '#2', '#3'), { nil: undefined }) })
    const anyMarks = fc.record({
      employers: fc.array(word, { maxLength: 3 }).map((all) => all.filter((one) => one.length >= 4)),
      addresses: fc.array(word, { maxLength: 3 }).map((all) => all.filter((one) => one.length >= 6)),
      people: fc.array(person, { maxLength: 4 }),
    })
    const anyLooked = fc.record({ persons: fc.array(person, { minLength: 1, maxLength: 3 }), address: word })
    fc.assert(
      fc.property(fc.array(anyMarks, { maxLength: 6 }), fc.array(anyMarks, { maxLength: 6 }), anyLooked, (before, now, subject) => {
        const index = createTieIndex()
        before.forEach((one, at) => {
          index.declare(`h${at}`, one)
        })
        before.forEach((_, at) => {
          index.declare(`h${at}`, now[at])
        })
        now.forEach((one, at) => {
          index.declare(`h${at}`, one)
        })
        const expected = now.flatMap((one, at) => (isClose(one, subject) ? [`h${at}`] : []))
        expect(index.find(subject, []).sort()).toEqual(expected)
      }),
    )
  })
})
