interface Piece {
  at: number
  words: string
  on: boolean
}

/** Cuts a text where the words that matched begin and end; the longest match wins. */
export const splitByMarks = (text: string, marks: readonly string[]): Piece[] => {
  const wanted = marks.filter((mark) => mark !== '').sort((a, b) => b.length - a.length)
  const pieces: Piece[] = []
  let plain = 0
  let at = 0
  const lower = text.toLowerCase()
  const close = (until: number) => {
    if (until > plain) pieces.push({ at: plain, words: text.slice(plain, until), on: false })
  }
  while (at < text.length) {
    const mark = wanted.find((each) => lower.startsWith(each.toLowerCase(), at))
    if (mark) {
      close(at)
      pieces.push({ at, words: text.slice(at, at + mark.length), on: true })
      at += mark.length
      plain = at
    } else at += 1
  }
  close(text.length)
  return pieces
}
