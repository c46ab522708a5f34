import type { TaggedWord } from '@node-rs/jieba'
import { tagWords } from '@server/platform/jieba'
import { DOUBLE_SURNAMES } from './name-words'

/** A word of the dictionary and where it stands. */
export interface Placed extends TaggedWord {
  start: number
  end: number
}

const last: { text: string; words: Placed[] } = { text: '', words: [] }

/** The words of a text with their places in it. Several steps in turn ask about the same text: the last answer is kept. */
export const placeWords = (text: string): Placed[] => {
  if (text === last.text) return last.words
  let start = 0
  last.words = tagWords(text).map(({ word, tag }) => {
    const placed = { word, tag, start, end: start + word.length }
    start = placed.end
    return placed
  })
  last.text = text
  return last.words
}

/** Whether a dictionary knows the word as something else than a name. */
export const isEveryday = ({ word, tag }: TaggedWord): boolean => !/^(nr|x)/.test(tag) && word.length > 1 && !DOUBLE_SURNAMES.includes(word)
