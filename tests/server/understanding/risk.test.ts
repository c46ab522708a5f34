import { readRisk, urgentHelp } from '@server/modules/understanding'
import { costOf } from '@tests/support/cost'
import { RISK_SENTENCES } from './risk-sentences'

test.each(RISK_SENTENCES)('%s → %s', (text, risk, signs) => {
  const read = readRisk(text)
  expect([read.risk, read.signs, read.because]).toEqual([risk, signs, expect.any(Array)])
  for (const word of read.because) expect(text).toContain(word)
})

test('the words that made a matter dangerous are named, the worst first', () => {
  expect(readRisk('他起冲突以后又拿刀，还欠我工资没给。').because[0]).toBe('拿刀')
})

test('in the worst case help is named: for despair the helpline, for violence the police, for fire the fire brigade', () => {
  expect(urgentHelp(readRisk('我不想活了'))).toContain('12356')
  expect(urgentHelp(readRisk('他拿刀追我'))).toContain('110')
  expect(urgentHelp(readRisk('楼道着火了'))).toContain('119')
  expect(urgentHelp(readRisk('我不想活了，他拿刀追我'))).toContain('12356')
  expect(urgentHelp(readRisk('他上周打人'))).toBeNull()
  expect(urgentHelp(readRisk('路灯坏了'))).toBeNull()
})

test('a message of 500 characters is read in a small part of a millisecond, and a hostile one does not stop the service', async () => {
  const plain = RISK_SENTENCES.filter(([, risk]) => risk === 'D')
    .map(([text]) => text)
    .join('')
    .slice(0, 500)
  const times = 500
  const many = () => {
    for (let n = 0; n < times; n += 1) readRisk(plain)
  }
  expect((await costOf(many)) / times).toBeLessThan(0.5)
  for (const part of ['没有打人', '打架', '欠工资不给', '没跟我跟他跟谁', '一百二十万', '1万', '没有有有有有有有有有']) {
    const hostile = part.repeat(Math.ceil(5000 / part.length)).slice(0, 5000)
    expect(await costOf(() => readRisk(hostile))).toBeLessThan(500)
  }
})
