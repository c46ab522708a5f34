import { SLOTS } from './terms'

/** Every so many messages all counts are halved: words of old affairs become rare again, and memory stays as it is. */
const HALVE_AT = 200_000
/** A term in more than every twentieth message tells nothing about what it is about. */
const COMMON = Math.log(20)
/** A small stream knows little of what is common: as if so many messages had come before. */
const BEFORE = 500

const LOGARITHMS = Float64Array.from({ length: 4096 }, (_, i) => Math.log(i))

/** In how many messages each term stands, and so how much it tells. */
export class Vocabulary {
  private readonly counts = new Uint32Array(SLOTS)
  private messages = 0
  private whole = Math.log(BEFORE)

  add(terms: Iterable<number>): void {
    this.messages += 1
    for (const term of terms) this.counts[term] = (this.counts[term] ?? 0) + 1
    if (this.messages >= HALVE_AT) this.halve()
    this.whole = Math.log(this.messages + BEFORE)
  }

  private halve(): void {
    this.messages >>= 1
    for (let i = 0; i < SLOTS; i += 1) this.counts[i] = ((this.counts[i] ?? 0) + 1) >> 1
  }

  countOf(term: number): number {
    return this.counts[term] ?? 0
  }

  /** How much a shared term tells; nothing when it is common, or stands in one message only. */
  weightOf(term: number): number {
    const count = this.counts[term] ?? 0
    return count < 2 ? 0 : Math.max(0, this.rarityOf(count) - COMMON)
  }

  /** How rare a term is that stands in so many messages. */
  rarityOf(count: number): number {
    return this.whole - (count < LOGARITHMS.length ? (LOGARITHMS[count] ?? 0) : Math.log(count))
  }
}
