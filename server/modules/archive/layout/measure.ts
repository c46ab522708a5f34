/**
 * How wide words are, in the width of one Chinese character. Generous for everything that fonts disagree about, so that
 * a line that fits here fits in every office program, whatever font stands in for the one that is asked for.
 */
const WIDE = /[A-Z@%&mw—…]/
const NARROW = /[ il.,:;'|!()[\]{}]/
/** May not begin a line. */
const CLOSING = /[，。、；：？！）》」』】〉”’…,.;:?!)\]}%]/
/** May not end a line. */
const OPENING = /[（《「『【〈“‘([{]/
const GAP = 0.25

const isLatin = (char: string): boolean => char <= '\u024f'

const widthOfChar = (char: string): number => {
  if (WIDE.test(char)) return 1
  if (!isLatin(char)) return char.length > 1 ? 1.4 : 1
  return NARROW.test(char) ? 0.5 : 0.68
}

/** The width of words on one line. Word leaves a gap between Chinese and other letters. */
export const widthOf = (text: string): number => {
  let width = 0
  let before: boolean | undefined
  for (const char of text) {
    const latin = isLatin(char)
    if (before !== undefined && before !== latin) width += GAP
    width += widthOfChar(char)
    before = latin
  }
  return width
}

/** Where a paragraph's line must end so that the next begins well: after the last character that fits, or a little before it. */
const endOfLine = (chars: readonly string[], from: number, room: number): number => {
  let width = 0
  let at = from
  while (at < chars.length) {
    const char = chars[at] as string
    const gap = at > from && isLatin(char) !== isLatin(chars[at - 1] as string) ? GAP : 0
    if (width + gap + widthOfChar(char) > room) break
    width += gap + widthOfChar(char)
    at += 1
  }
  if (at >= chars.length) return at
  const least = Math.max(from + 1, at - 4)
  let end = at
  while (end > least && (CLOSING.test(chars[end] as string) || OPENING.test(chars[end - 1] as string))) end -= 1
  // Words and numbers stay whole where they are short.
  const insideWord = (place: number) => /[A-Za-z0-9]/.test(chars[place] as string) && /[A-Za-z0-9]/.test(chars[place - 1] as string)
  let start = end
  while (start > from && end - start < 12 && insideWord(start)) start -= 1
  if (start > from && !insideWord(start)) end = start
  return Math.max(end, from + 1)
}

/** What cannot be shown in a line of Word, made harmless. */
const clean = (text: string): string =>
  text
    .replaceAll('\t', ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML must not hold them
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\ufeff\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')

/** A paragraph as lines of at most `width` characters, the first shorter by `indent`. There is always one line. */
export const linesOf = (text: string, width: number, indent = 0): string[] => {
  const chars = [...clean(text)]
  const lines: string[] = []
  for (let from = 0; from < chars.length; ) {
    const end = endOfLine(chars, from, lines.length === 0 ? width - indent : width)
    lines.push(chars.slice(from, end).join(''))
    from = end
  }
  return lines.length > 0 ? lines : ['']
}

/** The paragraphs of what somebody wrote. */
export const paragraphsOf = (text: string): string[] => text.split(/\r\n|\r|\n|\u2028|\u2029/).filter((one) => one.trim() !== '')
