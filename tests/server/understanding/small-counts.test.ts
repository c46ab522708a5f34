import { redact } from '@server/modules/understanding'

const clean = (text: string): string => redact(text, { smallCounts: true }).text

describe('counts of so few people that one knows who they are', () => {
  test.each([
    ['村里3户人家没有水', '村里若干户人家没有水'],
    ['只有两名老人留守', '只有若干名老人留守'],
    ['楼里四位独居老人', '楼里若干位独居老人'],
    ['其中 2 个人有残疾', '其中 若干个人有残疾'],
    ['全组３户没有通气', '全组若干户没有通气'],
    ['一家4口人', '一家若干口人'],
    ['剩下3人还在等', '剩下若干人还在等'],
  ])('%s', (text, expected) => {
    expect(clean(text)).toBe(expected)
  })

  test.each([
    '全村13户都没有水',
    '五户以上的院子',
    '第三户开始算',
    '每一户都要装',
    '实行一户一表',
    '建一人一档',
    '满3人以上就开班',
    '人行道上四人间的床位',
    '两位数的增长',
    '一条路修了三年',
    '星期一人多',
    '涉及1200户',
    '二十三名学生',
  ])('%s stays as it is', (text) => {
    expect(clean(text)).toBe(text)
  })

  test('are taken away only where that is asked for', () => {
    expect(redact('村里3户人家没有水').text).toBe('村里3户人家没有水')
  })

  test('are removals with their place and what stands there now', () => {
    const text = '找过王主任，说只有3户。'
    expect(redact(text, { smallCounts: true }).removed.map(({ start, end, kind, word }) => [text.slice(start, end), kind, word])).toEqual([
      ['王主任', 'name', '某主任'],
      ['3户', 'smallCount', '若干户'],
    ])
  })
})
