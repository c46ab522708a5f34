import { tellEverybody } from '@server/modules/notifications'
import { NotificationModel } from '@server/modules/notifications/notification.model'
import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, openidOf, type Service } from '@tests/support/service'

let service: Service
let count = 0

beforeAll(async () => {
  service = await aService()
})
afterAll(() => service.close())

/** A Friday evening, and the hours after it. */
const EVENING = '2026-11-27T21:00:00+08:00'
const NIGHT = '2026-11-27T23:00:00+08:00'
const MORNING = '2026-11-28T07:00:05+08:00'
const MONDAY = '2026-11-30T08:30:30+08:00'
const LATER = '2026-12-04T12:00:00+08:00'

/** A mediator of their own grid category, with a desk. */
const somebody = async (digestAt: string | null = null, quiet: { from: string; to: string } | null = { from: '22:00', to: '07:00' }) => {
  count += 1
  const name = `值守${count}`
  const who = await aMediator(service, { name, categories: [], capacity: 50 })
  await who.call('noticeSettings.put', { body: { quiet, digestAt } })
  return { who, name, arrived: () => service.double.messages(openidOf(name)) }
}
const giveTo = (who: Client, over: object = {}) =>
  service.login('报事的人').then((client) => aCase(service, client, { preferredMediatorId: who.personId, ...over }))

describe('at night', () => {
  it('nothing is sent until the morning, and the app shows it at once', async () => {
    const { who, arrived } = await somebody()
    await service.clock.set(NIGHT)
    const { id } = await giveTo(who)
    await service.drain()
    expect((await who.call('notifications.list')).items[0]).toMatchObject({ caseId: id })
    expect(await arrived()).toEqual([])
    await service.clock.set(MORNING)
    await service.drain()
    expect(await arrived()).toHaveLength(1)
  })
  it('what waited since the evening keeps still, too, and in its order', async () => {
    const { who, arrived } = await somebody()
    await service.clock.set(EVENING)
    await service.double.fault({ mode: 'busy', path: 'subscribe' })
    const first = await giveTo(who)
    await service.drain()
    await service.clock.set(NIGHT)
    await service.double.fault({ mode: 'ok' })
    await service.drain()
    const second = await giveTo(who)
    await service.drain()
    expect(await arrived()).toEqual([])
    await service.clock.set(MORNING)
    await service.drain()
    expect((await arrived()).map((one) => one.data.character_string2?.value)).toEqual([first.number, second.number])
  })
  it('danger is told at once, ahead of what waits', async () => {
    const { who, arrived } = await somebody()
    await service.clock.set(NIGHT)
    const calm = await giveTo(who)
    await service.drain()
    const { id } = await giveTo(who)
    await service.drain()
    const { CaseModel } = await import('@server/modules/cases/case.model')
    await CaseModel.updateOne({ _id: id }, { $set: { risk: 'A' } })
    const { notificationListener } = await import('@server/modules/notifications')
    const data = { caseId: id, risk: 'A', byPersonId: 'somebody else' }
    await notificationListener([{ id: `risk ${id}`, type: 'risk.raised', at: service.clock.now(), data }])
    await service.drain()
    expect((await arrived()).map((one) => one.page)).toEqual([`packages/workbench/pages/case/index?id=${id}`])
    expect((await who.call('notifications.list')).items[0]).toMatchObject({ urgent: true, caseId: id })
    await service.clock.set(MORNING)
    await service.drain()
    expect((await arrived()).map((one) => one.data.character_string2?.value)).toContain(calm.number)
  })
  it('who wants to hear at night does', async () => {
    const { who, arrived } = await somebody(null, null)
    await service.clock.set(NIGHT)
    await giveTo(who)
    await service.drain()
    expect(await arrived()).toHaveLength(1)
  })
})

describe('a digest', () => {
  it('says once, in the morning of a working day, how much has come; the app shows each at once', async () => {
    const { who, arrived } = await somebody('08:30')
    await service.clock.set(EVENING)
    for (let n = 0; n < 3; n += 1) await giveTo(who)
    await service.drain()
    expect((await who.call('notifications.list')).items).toHaveLength(3)
    await service.clock.set(MORNING)
    await service.drain()
    expect(await arrived()).toEqual([])
    await service.clock.set(MONDAY)
    await Promise.all([service.drain(), service.drain()])
    await service.drain()
    expect(await arrived()).toMatchObject([{ template_id: 'notice', page: 'pages/messages/index', data: { thing2: { value: '待办3件' } } }])
    await service.clock.set(LATER)
    await service.drain()
    expect(await arrived()).toHaveLength(1)
    expect((await who.call('notifications.list')).items).toHaveLength(3)
  })
  it('does not come when everything has been read', async () => {
    const { who, arrived } = await somebody('08:30')
    await service.clock.set(EVENING)
    await giveTo(who)
    await service.drain()
    await who.call('notifications.markRead', { body: { upTo: service.clock.now().toISOString() } })
    await service.clock.set(MONDAY)
    await service.drain()
    expect(await arrived()).toEqual([])
    expect(await NotificationModel.countDocuments({ personId: who.personId, digestAt: { $exists: true } })).toBe(0)
  })
  it('does not hold back what somebody says', async () => {
    const { who, arrived } = await somebody('08:30', null)
    await service.clock.set(EVENING)
    const client = await service.login('报事的人')
    const { id } = await giveTo(who)
    await client.call('messages.send', { params: { id }, body: { room: 'applicant', text: '在吗' } })
    await service.drain()
    expect((await arrived()).map((one) => one.template_id)).toEqual(['message'])
  })
})

describe('what is told to everybody', () => {
  it('reaches each once, however often it is told', async () => {
    await service.clock.set('2026-12-07T10:00:00+08:00')
    const people = await Promise.all(['甲', '乙', '丙'].map((name) => service.login(`听通知的${name}`)))
    const notice = {
      id: 'notice-1',
      at: service.clock.now(),
      title: '周六停水',
      text: '柳溪镇周六上午停水检修。',
      personIds: people.map((one) => one.personId),
    }
    await Promise.all([tellEverybody(notice), tellEverybody(notice)])
    await tellEverybody({ ...notice, personIds: notice.personIds.slice(1) })
    await service.drain()
    for (const [index, who] of people.entries()) {
      const { items } = await who.call('notifications.list', { query: { sort: 'notice' } })
      expect(items).toMatchObject([{ title: '周六停水', caseId: null, page: 'pages/messages/index' }])
      expect(await service.double.messages(openidOf(`听通知的${'甲乙丙'[index]}`))).toHaveLength(1)
    }
  })
})
