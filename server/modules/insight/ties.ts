/** What people have said of messages: that they are one matter, or that some of them are another than the others. */
export type Tie = { kind: 'join'; ids: readonly string[] } | { kind: 'part'; ids: readonly string[]; others: readonly string[] }

/** All that was said of messages, as groups that stay together, and walls between groups. Later words count more. */
export class Ties {
  private readonly groups = new Map<string, number>()
  private readonly walls = new Map<number, Set<number>>()
  private next = 1

  get isEmpty(): boolean {
    return this.groups.size === 0
  }

  /** The group of a message of which something was said. */
  groupOf(id: string): number | undefined {
    return this.groups.get(id)
  }

  add(tie: Tie): void {
    if (tie.kind === 'join') this.join(tie.ids)
    else this.part(tie.ids, tie.others)
  }

  /** Whether any of some groups must be kept apart from any of others. */
  areApart(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
    for (const group of some) for (const wall of this.walls.get(group) ?? []) if (others.has(wall)) return true
    return false
  }

  /** Makes one group of messages and of the groups in which they are; what stood between these falls. */
  private join(ids: readonly string[]): number {
    const old = new Set(ids.flatMap((id) => this.groups.get(id) ?? []))
    const walls = this.wallsOf(old)
    const group = this.next
    this.next += 1
    for (const [id, one] of this.groups) if (old.has(one)) this.groups.set(id, group)
    for (const id of ids) this.groups.set(id, group)
    for (const one of old) this.walls.delete(one)
    for (const wall of walls) {
      for (const one of old) this.walls.get(wall)?.delete(one)
      if (!old.has(wall)) this.build(group, wall)
    }
    return group
  }

  private part(ids: readonly string[], others: readonly string[]): void {
    const leaving = new Set(ids)
    const rest = this.join(others.filter((id) => !leaving.has(id)))
    const walls = this.wallsOf(new Set(ids.flatMap((id) => this.groups.get(id) ?? [])))
    for (const id of ids) this.groups.delete(id)
    const group = this.join(ids)
    for (const wall of walls) this.build(group, wall)
    this.build(group, rest)
  }

  private wallsOf(groups: ReadonlySet<number>): Set<number> {
    return new Set([...groups].flatMap((group) => [...(this.walls.get(group) ?? [])]))
  }

  private build(one: number, other: number): void {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const walls = this.walls.get(from) ?? new Set()
      this.walls.set(from, walls.add(to))
    }
  }
}
