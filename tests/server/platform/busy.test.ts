import { isBusy } from '@server/platform/busy'

const work = (ms: number) => {
  const end = performance.now() + ms
  while (performance.now() < end);
}

test('a process that waits is not busy', async () => {
  expect(await isBusy()).toBe(false)
})

test('a process whose event loop is full is, whoever asks', async () => {
  const timer = setInterval(() => work(20), 1)
  const answers = await Promise.all([isBusy(), isBusy()])
  clearInterval(timer)
  expect(answers).toEqual([true, true])
})
