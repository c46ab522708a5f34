import type { PromiseInput } from '@shared/papers/schemas'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { PromiseSheet } from '@/features/workbench/papers/promise-sheet'

const PEOPLE = [
  { id: 'a', name: '刘桂芳' },
  { id: 'b', name: '孙海涛' },
]
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const AMOUNT = '多少钱（元，不涉及钱就不填）'

const show = (promise: PromiseInput | null = null) => {
  const taken: (PromiseInput | null)[] = []
  render(<PromiseSheet people={PEOPLE} promise={promise} onClose={() => undefined} onDone={(one) => void taken.push(one)} />)
  return taken
}
afterEach(cleanup)

test('a sum is divided by one press, the sum of the parts stays in sight, and nothing is taken until it is even', () => {
  const taken = show()
  write('做什么', '赔偿吊顶修理费')
  write(AMOUNT, '1800')
  choose('分期')
  write('第一期哪天', '2026-12-31')
  press('按这样分')
  screen.getByText('各期合计 1,800 元，刚好')
  write('第 3 期金额（元）', '500')
  screen.getByText('还差 100 元 没有分到各期')
  press('好了')
  expect(taken).toEqual([])
  expect(screen.getByRole('alert').textContent).toBe('还差 100 元 没有分到各期')
  write('第 3 期金额（元）', '600')
  press('好了')
  expect(taken).toEqual([
    {
      fromPartyId: 'b',
      toPartyId: 'a',
      what: '赔偿吊顶修理费',
      amountCents: 180_000,
      instalments: ['2026-12-31', '2027-01-31', '2027-02-28'].map((dueOn) => ({ amountCents: 60_000, dueOn })),
    },
  ])
})

test('turning who gives turns who receives as well, when there are two', () => {
  const taken = show()
  choose('谁来做 刘桂芳')
  write('做什么', '配合进户查看')
  write('最晚哪天', '2026-12-20')
  press('好了')
  expect(taken).toEqual([{ fromPartyId: 'a', toPartyId: 'b', what: '配合进户查看', dueOn: '2026-12-20' }])
})

test('a promise that was written can be taken away', () => {
  const taken = show({ fromPartyId: 'b', toPartyId: 'a', what: '道歉', dueOn: '2026-12-20' })
  press('去掉这一件')
  expect(taken).toEqual([null])
})
