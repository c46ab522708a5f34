import type { Terms } from './terms'

/** A term and how often it stands there, in one number of four bytes: the count in the lowest of them. */
const COUNTS = 256
const COUNT_BITS = 8
const BYTES = 4

/** Terms as bytes, for the database. */
export const packTerms = (terms: Terms): Buffer => {
  const buffer = Buffer.alloc(terms.size * BYTES)
  let at = 0
  for (const [term, count] of terms) at = buffer.writeUInt32LE(term * COUNTS + Math.min(count, COUNTS - 1), at)
  return buffer
}

/** Goes through packed terms where they lie: of the many that are compared with one, no table is made. */
export const eachTerm = (bytes: Uint8Array, take: (term: number, count: number) => void): void => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + BYTES <= buffer.length; at += BYTES) {
    const packed = buffer.readUInt32LE(at)
    take(packed >>> COUNT_BITS, packed & (COUNTS - 1))
  }
}

/** Terms from their bytes. */
export const unpackTerms = (bytes: Uint8Array): Terms => {
  const terms: Terms = new Map()
  eachTerm(bytes, (term, count) => terms.set(term, count))
  return terms
}
