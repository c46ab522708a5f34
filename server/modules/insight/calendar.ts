/** Messages of each day, from a first one on. */
export interface DayCounts {
  first: number
  counts: number[]
}

/** How many messages came on each day: what is much in a busy week may be little. */
export class Calendar {
  private readonly counts: number[] = []
  private readonly sums: number[] = []
  private first: number | undefined

  /** Days come in order; one that comes late counts on the latest. */
  add(day: number): void {
    this.first ??= day
    const index = Math.max(day - this.first, this.counts.length - 1)
    while (this.counts.length <= index) {
      this.sums.push(this.total)
      this.counts.push(0)
    }
    this.counts[index] = (this.counts[index] ?? 0) + 1
    this.sums[index] = (this.sums[index] ?? 0) + 1
  }

  /** The same calendar from what `toCounts` gave. */
  static from({ first, counts }: DayCounts): Calendar {
    const calendar = new Calendar()
    calendar.first = first
    let sum = 0
    for (const count of counts) {
      sum += count
      calendar.counts.push(count)
      calendar.sums.push(sum)
    }
    return calendar
  }

  toCounts(): DayCounts {
    return { first: this.firstDay, counts: [...this.counts] }
  }

  get firstDay(): number {
    return this.first ?? 0
  }

  get lastDay(): number {
    return this.firstDay + this.counts.length - 1
  }

  get total(): number {
    return this.sums.at(-1) ?? 0
  }

  /** How many came up to a day, that day included. */
  upTo(day: number): number {
    const index = Math.min(day - this.firstDay, this.sums.length - 1)
    return index < 0 ? 0 : (this.sums[index] ?? 0)
  }

  /** How many came from one day to another, both included. */
  between(from: number, to: number): number {
    return this.upTo(to) - this.upTo(from - 1)
  }
}
