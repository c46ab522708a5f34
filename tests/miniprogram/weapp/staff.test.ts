/** @jest-environment node */
import { setTimeout as later } from 'node:timers/promises'
import { aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, openidOf, type Service } from '@tests/support/service'
import { startWeapp } from './harness'

const WORKBENCH = 'packages/workbench/pages'
const NAME = '周桂兰'

let service: Service
let mediator: Client
let applicant: Client
let app: ReturnType<typeof startWeapp>
let caseId = ''

const move = async (name: 'accept' | 'startMediation') => {
  const { revision } = await mediator.call('cases.get', { params: { id: caseId } })
  const consent = name === 'startMediation' ? { respondentConsent: 'phone' as const } : {}
  await mediator.call('cases.move', { params: { id: caseId }, body: { move: name, revision, ...consent } })
}

/** The paper, once it has reached the service. */
const written = async (): Promise<string> => {
  for (let tries = 0; tries < 400; tries++) {
    const { items } = await mediator.call('papers.list', { params: { id: caseId } })
    if (items[0]) return items[0].id
    await later(50)
  }
  throw new Error('no paper arrived')
}

beforeAll(async () => {
  service = await aService()
  mediator = await aMediator(service, { name: NAME })
  applicant = await service.login('刘大姐')
  caseId = (await aDispute(service, applicant)).id
  await move('accept')
  await move('startMediation')
  app = startWeapp({ service: service.url, code: () => service.double.code(openidOf(NAME)) })
})
afterAll(async () => {
  app?.stop()
  await service?.close()
})

test('a mediator notes something, writes a paper from its form, and shows it to the parties', async () => {
  const login = await app.open('pages/login/index')
  await login.tap('微信登录')
  await app.opens('/pages/home/index')
  login.close()

  const screen = await app.open(`${WORKBENCH}/case/index`, { id: caseId })
  await screen.sees('我的笔记')
  await screen.tap('文书')
  await screen.tap('起草文书')
  await screen.tap('权利义务告知书')
  await app.opens(`/${WORKBENCH}/write/index?case=${caseId}&kind=rights`)
  screen.close()

  const write = await app.open(`${WORKBENCH}/write/index`, { case: caseId, kind: 'rights' })
  await write.sees('已按这件事的记录填好')
  await write.tap('保存')
  const id = await written()
  await app.opens(`/${WORKBENCH}/paper/index?id=${id}&case=${caseId}`)
  write.close()

  const paper = await app.open(`${WORKBENCH}/paper/index`, { id, case: caseId })
  await paper.sees('起草中')
  await paper.tap('给各方核对')
  await paper.tap('确定给各方核对')
  await paper.sees('还等核对')
  paper.close()
  expect(app.errors).toEqual([])
  const shown = await applicant.call('papers.list', { params: { id: caseId } })
  expect(shown.items).toMatchObject([{ kind: 'rights', status: 'reading' }])
})
