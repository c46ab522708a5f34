import type { Rarity } from './rarity'
import { normalise, termsOf } from './terms'

const MOST_WORDS = 5
const LONGEST = 12
/** What everybody writes is left out: the words must tell something. */
const TELLING = 2.5

const runsOf = (text: string): string[] => normalise(text).match(/[\p{Script=Han}a-z0-9]+/gu) ?? []

/** The longest piece of a run from `start` that stands in the other text. */
const longestAt = (letters: string[], start: number, other: string): string => {
  let piece = ''
  for (let end = start; end < Math.min(letters.length, start + LONGEST); end += 1) {
    const longer = piece + letters[end]
    if (!other.includes(longer)) break
    piece = longer
  }
  return piece
}

const piecesOf = (text: string, other: string): Set<string> => {
  const pieces = new Set<string>()
  for (const run of runsOf(text)) {
    const letters = [...run]
    for (let start = 0; start < letters.length; ) {
      const piece = longestAt(letters, start, other)
      if ([...piece].length >= 2) pieces.add(piece)
      start += Math.max(1, [...piece].length)
    }
  }
  return pieces
}

const tellingOf = (piece: string, rarity: Rarity): number => {
  const terms = [...termsOf(piece).keys()]
  return terms.length === 0 ? 0 : terms.reduce((sum, term) => sum + rarity.weight(term), 0) / terms.length
}

/** Words that both texts use and others hardly do, the most telling first. */
export const sharedWords = (one: string, other: string, rarity: Rarity): string[] =>
  [...piecesOf(one, normalise(other))]
    .map((piece) => ({ piece, telling: tellingOf(piece, rarity) }))
    .filter(({ telling }) => telling >= TELLING)
    .sort((a, b) => b.telling * Math.sqrt(b.piece.length) - a.telling * Math.sqrt(a.piece.length))
    .slice(0, MOST_WORDS)
    .map(({ piece }) => piece)
