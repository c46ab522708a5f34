// Digits in all writings that people use for numbers which are not amounts.
const DIGITS: Record<string, string> = Object.fromEntries(
  ['零〇○', '一壹幺', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((writings, digit) =>
    [...writings].map((writing) => [writing, String(digit)]),
  ),
)
const FULL_WIDTH = 0xfee0

const toPlainLetter = (letter: string): string => {
  const code = letter.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - FULL_WIDTH)
  if (code >= 0x2010 && code <= 0x2015) return '-'
  if (letter === '\u3000' || letter === '\u00a0') return ' '
  return DIGITS[letter] ?? letter
}

/** The same text, of the same length, with plain digits, letters and dashes: patterns need to know one writing only. */
const toPlain = (text: string): string => text.split('').map(toPlainLetter).join('')

/** Replaces what a pattern finds in the plain writing of a text; undefined leaves it as it is. */
export const replacePlain = (
  text: string,
  pattern: RegExp,
  replacement: (found: { plain: string; original: string; after: string }) => string | undefined,
): string => {
  const plain = toPlain(text)
  let result = ''
  let last = 0
  for (const match of plain.matchAll(pattern)) {
    const end = match.index + match[0].length
    const out = replacement({ plain: match[0], original: text.slice(match.index, end), after: plain.slice(end, end + 4) })
    if (out === undefined) continue
    result += text.slice(last, match.index) + out
    last = end
  }
  return result + text.slice(last)
}
