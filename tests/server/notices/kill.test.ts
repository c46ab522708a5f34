import type { ChildProcess } from 'node:child_process'
import { NoticeModel } from '@server/modules/notices/notice.model'
import { ResidentModel } from '@server/modules/notices/resident.model'
import { NotificationModel } from '@server/modules/notifications/notification.model'
import { clock } from '@server/platform/clock'
import { connect, disconnect, ObjectId } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { uriFor } from '@tests/support/database'
import { aDouble, DOUBLE_ACCOUNT, type Double } from '@tests/support/double'
import { bundleService, killHard, startProcess } from '@tests/support/service-process'
import { until } from '@tests/support/until'

const PEOPLE = 20_000
/** Which of them holds the sender up, so that the kill comes in the middle however long it takes. */
const IN_THE_WAY = 1250

let double: Double
let service: ReturnType<typeof bundleService>
let started: ChildProcess[] = []
beforeAll(async () => {
  service = bundleService()
  double = await aDouble()
})
afterAll(async () => {
  await Promise.all(started.map(killHard))
  await disconnect()
  await double.close()
  service.remove()
})

const start = async (mongoUri: string): Promise<ChildProcess> => {
  const { appId, secret } = DOUBLE_ACCOUNT
  const wechat = { WECHAT_APPID: appId, WECHAT_SECRET: secret, WECHAT_ENDPOINT: double.url }
  const { child } = await startProcess({ program: service.program, env: { ...wechat, MONGODB_URI: mongoUri, H5_DIR: 'no-such-folder' } })
  started = [...started, child]
  return child
}

/** Whoever tells this person waits while a transaction that has done the same is open. */
const holdUp = async (eventId: string, personId: string) => {
  const session = await NotificationModel.startSession()
  session.startTransaction()
  await NotificationModel.collection.insertOne({ eventId, personId } as never, { session })
  return async () => {
    await session.abortTransaction()
    await session.endSession()
  }
}

it('a notice whose sender is killed in the middle reaches everybody, and nobody twice', async () => {
  const uri = uriFor('notice-kill')
  await connect(uri)
  const residents = Array.from({ length: PEOPLE }, () => ({ _id: new ObjectId().toHexString(), home: CITY.village, brought: [] }))
  await ResidentModel.insertMany(residents)
  const by = { personId: new ObjectId().toHexString(), name: '周' }
  const words = { title: '停水', text: '明天停水。', regionCodes: [CITY.village], kinds: [], regionCode: CITY.village }
  const _id = new ObjectId()
  const told = () => NotificationModel.countDocuments({ eventId: _id.toHexString() })

  const child = await start(uri)
  const letGo = await holdUp(_id.toHexString(), residents[IN_THE_WAY]?._id ?? '')
  await NoticeModel.create({
    _id,
    ...words,
    state: 'sending',
    reason: null,
    by,
    at: clock.now(),
    cursor: null,
    told: 0,
    sentAt: null,
  })
  await until(async () => (await told()) >= 1000, 120_000)
  await killHard(child)
  expect(await told()).toBeLessThan(PEOPLE)
  await letGo()
  await start(uri)
  await until(async () => (await NoticeModel.findById(_id).lean())?.state === 'sent', 150_000)
  expect((await NoticeModel.findById(_id).lean())?.told).toBe(PEOPLE)
  const rows = await NotificationModel.find({}, { personId: 1 }).lean()
  expect(rows).toHaveLength(PEOPLE)
  expect(new Set(rows.map((row) => row.personId))).toEqual(new Set(residents.map((one) => one._id)))
}, 360_000)
