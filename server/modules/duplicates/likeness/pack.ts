import type { Terms } from './terms'

/** A term and how often it stands there, in one number of four bytes. */
const COUNTS = 256
const BYTES = 4

/** Terms as bytes, for the database. */
export const packTerms = (terms: Terms): Buffer => {
  const buffer = Buffer.alloc(terms.size * BYTES)
  let at = 0
  for (const [term, count] of terms) at = buffer.writeUInt32LE(term * COUNTS + Math.min(count, COUNTS - 1), at)
  return buffer
}

/** Terms from their bytes. */
export const unpackTerms = (bytes: Uint8Array): Terms => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const terms: Terms = new Map()
  for (let at = 0; at + BYTES <= buffer.length; at += BYTES) {
    const packed = buffer.readUInt32LE(at)
    terms.set(Math.floor(packed / COUNTS), packed % COUNTS)
  }
  return terms
}
