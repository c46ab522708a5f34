import { InvalidInput } from '@server/platform/errors'

/** Numbers that are kept of one signature: enough to see the hand, and twenty of them fit into a paper. */
const MOST_NUMBERS = 4000
/** A tap is no signature: the drawing must be at least so wide or high, of 1000. */
const LEAST_EXTENT = 40

/** Every n-th point of a stroke, its first and last always. */
const thinned = (stroke: readonly number[], step: number): number[] => {
  const points = Math.floor(stroke.length / 2)
  const kept: number[] = []
  for (let index = 0; index < points; index += 1) {
    if (index % step !== 0 && index !== points - 1) continue
    kept.push(stroke[index * 2] ?? 0, stroke[index * 2 + 1] ?? 0)
  }
  return kept
}

const extent = (strokes: readonly number[][], axis: 0 | 1): number => {
  const values = strokes.flatMap((stroke) => stroke.filter((_, index) => index % 2 === axis))
  return values.reduce((most, one) => Math.max(most, one), 0) - values.reduce((least, one) => Math.min(least, one), 1000)
}

/** Refuses what is not a drawn name. */
export const checkInk = (strokes: readonly number[][]): void => {
  if (strokes.some((stroke) => stroke.length % 2 === 1)) throw InvalidInput.field('strokes', 'uneven', '签名的笔画不完整，请重新签')
  if (Math.max(extent(strokes, 0), extent(strokes, 1)) < LEAST_EXTENT)
    throw InvalidInput.field('strokes', 'too_small', '签名太小了，请用手指写出姓名')
}

/** Strokes as bytes: for each its length, then its numbers, 16 bits each. Drawings with very many points are thinned. */
export const packStrokes = (strokes: readonly number[][]): Buffer => {
  const total = strokes.reduce((sum, stroke) => sum + stroke.length, 0)
  const step = Math.ceil(total / MOST_NUMBERS)
  const numbers = strokes.flatMap((stroke) => {
    const kept = step > 1 ? thinned(stroke, step) : stroke
    return [kept.length, ...kept]
  })
  const bytes = Buffer.alloc(numbers.length * 2)
  numbers.forEach((number, index) => {
    bytes.writeUInt16LE(number, index * 2)
  })
  return bytes
}

/** The strokes in packed bytes. */
export const unpackStrokes = (bytes: Buffer): number[][] => {
  const strokes: number[][] = []
  for (let at = 0; at + 2 <= bytes.length; ) {
    const length = bytes.readUInt16LE(at)
    at += 2
    strokes.push(Array.from({ length }, (_, index) => bytes.readUInt16LE(at + index * 2)))
    at += length * 2
  }
  return strokes
}
