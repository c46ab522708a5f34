import type { Edit } from './draft'

const pairs = (rows: string[]): [string, string][] =>
  rows.flatMap((writings, digit) => [...writings].map((writing): [string, string] => [writing, String(digit)]))

// Digits in all writings that people use for numbers which are not amounts.
const DIGITS = new Map([
  ...pairs([
    '零〇○⓪',
    '一壹幺①❶⒈㈠',
    '二贰②❷⒉㈡',
    '三叁③❸⒊㈢',
    '四肆④❹⒋㈣',
    '五伍⑤❺⒌㈤',
    '六陆⑥❻⒍㈥',
    '七柒⑦❼⒎㈦',
    '八捌⑧❽⒏㈧',
    '九玖⑨❾⒐㈨',
  ]),
  ['\u3000', ' '] as [string, string],
  ['\u00a0', ' '] as [string, string],
])
const FULL_WIDTH = 0xfee0

const toPlainLetter = (letter: string): string => {
  const code = letter.charCodeAt(0)
  if (code < 0x80) return letter
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - FULL_WIDTH)
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return '-'
  return DIGITS.get(letter) ?? letter
}

/** The same text, of the same length, with plain digits, letters and dashes: patterns need to know one writing only. */
const toPlain = (text: string): string => {
  let plain = ''
  for (let at = 0; at < text.length; at += 1) plain += toPlainLetter(text.charAt(at))
  return plain
}

// As soldiers read them out.
const SPOKEN: Record<string, string> = { 洞: '0', 两: '2', 拐: '7', 勾: '9' }
const LIKE = '(?:[OoQ洞拐勾lI|]|两(?=[\\d洞拐勾]))+'
const LIKE_DIGITS = new RegExp(`(?<=\\d)${LIKE}|${LIKE}(?=\\d)`, 'g')
const toDigit = (letter: string): string => SPOKEN[letter] ?? (/[OoQ]/.test(letter) ? '0' : '1')
/** Besides, letters that stand beside digits and look like some are digits. */
const toDigits = (plain: string): string => plain.replace(LIKE_DIGITS, (run) => [...run].map(toDigit).join(''))

const plainText = { text: '', plain: '', digits: '' }
/** A text is asked about by many patterns in turn: the last answer is kept. */
const writingsOf = (text: string): { plain: string; digits: string } => {
  if (plainText.text !== text) {
    plainText.text = text
    plainText.plain = toPlain(text)
    plainText.digits = toDigits(plainText.plain)
  }
  return plainText
}

export interface Found {
  plain: string
  original: string
  before: string
  after: string
}
const AROUND = 4

/** What a pattern finds in the plain writing of a text; undefined leaves it as it is. */
export const findPlain = (
  text: string,
  pattern: RegExp,
  replacement: (found: Found) => string | undefined,
  writing: 'plain' | 'digits' = 'plain',
): Edit[] => {
  const plain = writingsOf(text)[writing]
  const edits: Edit[] = []
  for (const match of plain.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].length
    const word = replacement({
      plain: match[0],
      original: text.slice(start, end),
      before: plain.slice(Math.max(0, start - AROUND), start),
      after: plain.slice(end, end + AROUND),
    })
    if (word !== undefined) edits.push({ start, end, word })
  }
  return edits
}
