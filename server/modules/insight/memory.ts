import { SLOTS } from './terms'
import type { Vocabulary } from './vocabulary'

/** How many terms of a message are kept. */
const TERMS = 96
/** A term that nobody else uses yet may be one that matters, but most are chance. */
const NEW_TERM_COUNT = 6
/** How far back, and for how many of its terms, one looks for messages like a new one. */
const MOST_PER_TERM = 96
const MOST_ASKED = 40
const MOST_EXACT = 64
/** A length is worked out anew when the stream has grown by so much. */
const STALE = 1.03
const SCALE = 16
const TOP_BYTE = 255

export interface Likeness {
  /** Where the other message stands in memory. */
  serial: number
  /** Cosine over what the terms tell. */
  likeness: number
}

interface Component {
  term: number
  weight: number
  value: number
}

const lengthOf = (vector: readonly Component[]): number => Math.sqrt(vector.reduce((sum, { value }) => sum + value * value, 0))

/**
 * The latest messages by their terms. A ring of fixed size: for each term a chain leads from the latest message that has
 * it to earlier ones, and ends where the ring has been written over, so nothing is ever cleared up.
 */
export class Memory {
  private readonly terms: Uint32Array
  private readonly times: Uint8Array
  private readonly earlier: Float64Array
  private readonly latest = new Float64Array(SLOTS).fill(-1)
  private readonly dots: Float32Array
  private readonly lengths: Float32Array
  private readonly lengthsAt: Float64Array
  private readonly asked = new Float32Array(SLOTS)
  /** How many messages have been kept so far: the serial of the next. */
  next = 0

  constructor(
    private readonly vocabulary: Vocabulary,
    readonly size: number,
  ) {
    this.terms = new Uint32Array(size * TERMS)
    this.times = new Uint8Array(size * TERMS)
    this.earlier = new Float64Array(size * TERMS)
    this.dots = new Float32Array(size)
    this.lengths = new Float32Array(size)
    this.lengthsAt = new Float64Array(size)
  }

  has(serial: number): boolean {
    return serial >= 0 && serial < this.next && serial >= this.next - this.size
  }

  /** Keeps a message whose terms the vocabulary has counted; answers its serial. */
  keep(terms: ReadonlyMap<number, number>): number {
    const serial = this.next
    this.next += 1
    const start = (serial % this.size) * TERMS
    const chosen = this.choose(terms)
    this.lengthsAt[serial % this.size] = 0
    this.terms.fill(0, start, start + TERMS)
    this.times.fill(0, start, start + TERMS)
    for (const [i, [term, times]] of chosen.entries()) {
      this.terms[start + i] = term
      this.times[start + i] = Math.min(TOP_BYTE, Math.round(SCALE * (1 + Math.log(times))))
      this.earlier[start + i] = this.latest[term] ?? -1
      this.latest[term] = serial * TERMS + i
    }
    return serial
  }

  /** The messages that are most like a kept one, the likest first. */
  alike(serial: number): Likeness[] {
    const touched: number[] = []
    const own = this.vectorOf(serial)
    for (const { term, value, weight } of own.slice(0, MOST_ASKED)) this.follow(term, value * weight, serial, touched)
    return this.rank(touched, own)
  }

  /** How alike each of some kept messages is to a kept one. */
  likenessTo(serial: number, others: readonly number[]): number[] {
    const own = this.vectorOf(serial)
    return this.compare(own, others)
  }

  /** The terms of a kept message that tell something, the most telling first. */
  private vectorOf(serial: number): Component[] {
    const start = (serial % this.size) * TERMS
    const components: Component[] = []
    for (let i = start; i < start + TERMS && this.times[i] !== 0; i += 1) {
      const term = this.terms[i] ?? 0
      const weight = this.vocabulary.weightOf(term)
      if (weight > 0) components.push({ term, weight, value: weight * (this.times[i] ?? 0) })
    }
    return components.sort((one, other) => other.value - one.value)
  }

  /** Adds what a term has in common to every message that has it. */
  private follow(term: number, factor: number, serial: number, touched: number[]): void {
    let at = this.latest[term] ?? -1
    for (let steps = 0; steps < MOST_PER_TERM && at >= 0; steps += 1) {
      const other = (at - (at % TERMS)) / TERMS
      if (!this.has(other)) return
      const place = other % this.size
      const cell = place * TERMS + (at % TERMS)
      if (other !== serial) {
        if (this.dots[place] === 0) touched.push(other)
        this.dots[place] = (this.dots[place] ?? 0) + factor * (this.times[cell] ?? 0)
      }
      at = this.earlier[cell] ?? -1
    }
  }

  private choose(terms: ReadonlyMap<number, number>): [number, number][] {
    const ranked = [...terms].map((entry) => {
      const count = this.vocabulary.countOf(entry[0])
      return { entry, worth: (1 + Math.log(entry[1])) * this.vocabulary.rarityOf(count < 2 ? NEW_TERM_COUNT : count) }
    })
    ranked.sort((one, other) => other.worth - one.worth)
    return ranked.slice(0, TERMS).map(({ entry }) => entry)
  }

  /** The length of a kept message's vector; it changes slowly, so it is not worked out each time. */
  private lengthOfKept(serial: number): number {
    const place = serial % this.size
    if ((this.lengthsAt[place] ?? 0) * STALE < this.next) {
      this.lengths[place] = lengthOf(this.vectorOf(serial))
      this.lengthsAt[place] = this.next
    }
    return this.lengths[place] || 1
  }

  private compare(own: readonly Component[], others: readonly number[]): number[] {
    for (const { term, value } of own) this.asked[term] = value
    const ownLength = lengthOf(own)
    const likeness = others.map((other) => this.dotWithAsked(other) / ownLength)
    for (const { term } of own) this.asked[term] = 0
    return likeness
  }

  /** The product of what is asked with a message of unit length. */
  private dotWithAsked(other: number): number {
    const start = (other % this.size) * TERMS
    let dot = 0
    let square = 0
    for (let i = start; i < start + TERMS; i += 1) {
      const times = this.times[i] ?? 0
      if (times === 0) break
      const term = this.terms[i] ?? 0
      const value = times * this.vocabulary.weightOf(term)
      square += value * value
      dot += value * (this.asked[term] ?? 0)
    }
    return dot === 0 ? 0 : dot / Math.sqrt(square)
  }

  private rank(touched: readonly number[], own: readonly Component[]): Likeness[] {
    const dots = Float32Array.from(touched, (other) => this.dots[other % this.size] ?? 0)
    for (const other of touched) this.dots[other % this.size] = 0
    const least = dots.length <= MOST_EXACT ? 0 : (dots.slice().sort()[dots.length - MOST_EXACT] ?? 0)
    const length = lengthOf(own)
    const ranked: Likeness[] = []
    for (const [i, other] of touched.entries()) {
      const dot = dots[i] ?? 0
      if (dot >= least) ranked.push({ serial: other, likeness: dot / (length * this.lengthOfKept(other)) })
    }
    return ranked.sort((one, other) => other.likeness - one.likeness)
  }
}
