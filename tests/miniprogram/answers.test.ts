import type { AnswerCard } from '@shared/answers/schemas'
import fc from 'fast-check'
import { isSame, missingIn, missingToKeep, publicText } from '@/features/answers/office/answer-draft'
import { partsOf } from '@/features/answers/parts'
import { linesOf, type Mark } from '@/features/answers/share/card-layout'
import { messageCard } from '@/features/answers/share/message-card'
import { posterCard } from '@/features/answers/share/poster-card'

/** Every character as wide as it is high, as Chinese ones are. */
const measure = (words: string, size: number): number => [...words].length * size
const text = { title: '北门外停车', result: 'partly' as const, raised: '晚上没地方停', done: '划了二十四个车位', notDone: '充电桩要等增容' }
const answer = (over: Partial<AnswerCard> = {}): AnswerCard => ({
  id: 'a1',
  regionCode: '880101001',
  regionName: '和安市 · 青溪县 · 柳林镇',
  people: 25,
  source: 'consultation',
  publishedAt: '2026-11-20T10:00:00+08:00',
  ...text,
  ...over,
})
const wordsIn = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.kind === 'words' ? [mark.words] : []))

describe('writing an answer', () => {
  test('what has to be said follows from what came of it', () => {
    const bare = { ...text, done: '', notDone: ' ' }
    expect(Object.keys(missingIn({ ...bare, result: 'done' }))).toEqual(['done'])
    expect(Object.keys(missingIn({ ...bare, result: 'partly' }))).toEqual(['done', 'notDone'])
    expect(Object.keys(missingIn({ ...bare, result: 'notDone' }))).toEqual(['notDone'])
    expect(Object.keys(missingIn({ ...bare, result: 'underWay' }))).toEqual(['done'])
    expect(missingIn(text)).toEqual({})
  })

  test('an unfinished one can be kept as soon as it has a title and what was raised', () => {
    expect(missingToKeep({ ...text, done: '', notDone: '' })).toEqual({})
    expect(Object.keys(missingToKeep({ ...text, title: '停车', raised: '' }))).toEqual(['title', 'raised'])
  })

  test('spaces around words are no change', () => {
    expect(isSame(text, { ...text, done: ` ${text.done}\n` })).toBe(true)
    expect(isSame(text, { ...text, result: 'done' })).toBe(false)
  })

  test('the preview takes out what the service says, in its order and only where it says', () => {
    const written = { ...text, raised: '王大爷说，王大爷家门口堵了', done: '王大爷已回访' }
    const removed = [
      { where: '大家反映的', before: '王大爷', after: '一位居民' },
      { where: '大家反映的', before: '王大爷家', after: '一户居民' },
    ]
    expect(publicText(written, removed)).toEqual({ ...written, raised: '一位居民说，一户居民门口堵了' })
  })
})

describe('an answer’s words', () => {
  test('empty parts are left out, and what is under way is not said to be done', () => {
    expect(partsOf({ ...text, notDone: ' ' }).map(({ title }) => title)).toEqual(['大家说的', '我们办的'])
    expect(partsOf({ ...text, result: 'underWay' }).map(({ title }) => title)).toContain('正在办的')
  })
})

describe('a card to pass on', () => {
  test('words are broken into lines that fit, and what is over ends in dots', () => {
    expect(linesOf('一二三四五', { width: 40, size: 20, most: 3, measure })).toEqual(['一二', '三四', '五'])
    expect(linesOf('一二三四五', { width: 40, size: 20, most: 2, measure })).toEqual(['一二', '三…'])
  })

  test('whatever is said, no line is wider than there is room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 1, max: 6 }), (words, most) => {
        const lines = linesOf(words, { width: 300, size: 20, most, measure })
        expect(lines.length).toBeLessThanOrEqual(most)
        for (const line of lines) expect(measure(line, 20)).toBeLessThanOrEqual(300)
      }),
    )
  })

  test('the one for a conversation is 5 to 4 and says what came of it', () => {
    const { width, height, marks } = messageCard(answer(), measure)
    expect(width / height).toBe(1.25)
    expect(wordsIn(marks)).toEqual(expect.arrayContaining(['你说的，我们办了', '北门外停车', '办了一部分', '划了二十四个车位']))
    for (const mark of marks) expect(mark.y).toBeLessThan(height)
  })

  test('the picture to keep grows with its words, which all lie between its head and its code', () => {
    const code = { size: 3, isDark: (column: number, row: number) => column === row }
    const short = posterCard({ answer: answer({ notDone: '' }), measure, code })
    const long = posterCard({ answer: answer({ done: '划了车位。'.repeat(60) }), measure, code })
    expect(long.height).toBeGreaterThan(short.height)
    expect(wordsIn(short.marks)).not.toContain('没办成的，为什么')
    expect(wordsIn(long.marks)).toEqual(expect.arrayContaining(['和安市 · 青溪县 · 柳林镇', '没办成的，为什么', '扫一扫，看全文']))
    for (const mark of long.marks) expect(mark.y).toBeLessThan(long.height)
    const dark = long.marks.filter((mark) => mark.kind === 'box' && mark.colour === '#1E2521')
    expect(dark).toHaveLength(3)
  })
})
