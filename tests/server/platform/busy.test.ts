import { isBusy } from '@server/platform/busy'
import { until } from '@tests/support/until'

const work = (ms: number) => {
  const end = performance.now() + ms
  while (performance.now() < end);
}

test('a process that only waits is not busy', async () => {
  // What was done before in this process may take a while to come to rest.
  await until(async () => !(await isBusy()), 20_000)
})

test('a process whose event loop is full is, whoever asks', async () => {
  const timer = setInterval(() => work(20), 1)
  const answers = await Promise.all([isBusy(), isBusy()])
  clearInterval(timer)
  expect(answers).toEqual([true, true])
})
