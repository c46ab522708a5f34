const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

/** Four digits in words; zeros between others are said once. */
const group = (value: number): string => {
  const digits = String(value).split('').map(Number)
  let said = ''
  digits.forEach((digit, index) => {
    if (digit !== 0) said += `${said !== '' && digits[index - 1] === 0 ? '零' : ''}${DIGITS[digit]}${PLACES[digits.length - 1 - index]}`
  })
  return said
}

const yuanInWords = (yuan: number): string => {
  const groups: number[] = []
  for (let rest = yuan; rest > 0; rest = Math.floor(rest / 10_000)) groups.unshift(rest % 10_000)
  let said = ''
  groups.forEach((value, index) => {
    if (value === 0) return
    // 100,2000 is said with a zero: the group above ended with something, and this one has fewer than four digits.
    const gap = said !== '' && (value < 1000 || groups[index - 1] === 0)
    said += `${gap ? '零' : ''}${group(value)}${GROUPS[groups.length - 1 - index]}`
  })
  return said
}

/** 1234.50元（壹仟贰佰叁拾肆元伍角）: an amount as papers write it, in figures and in words. */
export const amountText = (cents: number): string => {
  const [yuan, jiao, fen] = [Math.floor(cents / 100), Math.floor((cents % 100) / 10), cents % 10]
  const whole = yuan === 0 ? '' : `${yuanInWords(yuan)}元`
  const tail =
    jiao === 0 && fen === 0 ? '整' : `${jiao > 0 ? `${DIGITS[jiao]}角` : whole === '' ? '' : '零'}${fen > 0 ? `${DIGITS[fen]}分` : ''}`
  return `${yuan}.${jiao}${fen}元（${whole}${tail}）`
}
