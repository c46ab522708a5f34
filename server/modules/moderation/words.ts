/** WeChat's labels, as a reason that its author can do something about. */
const LABELS: Record<number, string> = {
  10001: '含有广告',
  20001: '涉及时政敏感内容',
  20002: '含有色情内容',
  20003: '含有辱骂内容',
  20006: '涉及违法犯罪内容',
  20008: '涉嫌欺诈',
  20012: '含有低俗内容',
  20013: '可能侵犯版权',
  21000: '含有不宜公开的内容',
}
export const labelWords = (label: number): string => LABELS[label] ?? '含有不宜公开的内容'

/** Why a person has to look. */
export const WHY = {
  unsure: (label: number): string => `微信不能确定：可能${labelWords(label)}`,
  late: '微信超过两小时没有应答，不能再由微信检查',
  noVerdict: '微信半小时内没有给出图片的检查结果',
  unreadable: '微信没能打开这张图片',
  noAccount: '作者的账号已经注销，微信不能检查',
  refused: (errcode: number): string => `微信没有检查（${errcode}）`,
} as const
