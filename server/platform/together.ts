/** What became of one of several. */
export type Outcome<Result> = { value: Result } | { error: unknown }

interface Waiting<Item, Result> {
  item: Item
  done: (result: Result) => void
  fail: (error: unknown) => void
}

/**
 * Does the same for many callers in one go: alone a call goes at once, and what comes while `lanes` are busy waits and goes
 * together, at most `most` of it. Under load many share one command, which costs the driver, the network and the database
 * hardly more than each of theirs. `run` answers for every item in order; when it throws, nothing is known of any of them.
 */
export const together = <Item, Result>(options: {
  lanes: number
  most: number
  run: (items: Item[]) => Promise<Outcome<Result>[]>
}): ((item: Item) => Promise<Result>) => {
  const { lanes, most, run } = options
  const waiting: Waiting<Item, Result>[] = []
  let busy = 0

  const settle = async (batch: Waiting<Item, Result>[]): Promise<void> => {
    try {
      const outcomes = await run(batch.map(({ item }) => item))
      batch.forEach(({ done, fail }, index) => {
        const outcome = outcomes[index] ?? { error: new Error('One of several was not answered for') }
        if ('error' in outcome) fail(outcome.error)
        else done(outcome.value)
      })
    } catch (error) {
      for (const { fail } of batch) fail(error)
    }
  }
  const start = (): void => {
    while (busy < lanes && waiting.length > 0) {
      busy += 1
      void settle(waiting.splice(0, most)).finally(() => {
        busy -= 1
        start()
      })
    }
  }
  return (item) =>
    new Promise((done, fail) => {
      waiting.push({ item, done, fail })
      start()
    })
}
