import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { database } from '@server/platform/database'
import { aDispute, aMediator } from '@tests/support/factories'
import { aService, type Service } from '@tests/support/service'

const ROOT = join(__dirname, '..', '..')
const dir = mkdtempSync(join(tmpdir(), 'haoshangliang-docket-'))
let service: Service
let number: string
let uri: string
beforeAll(async () => {
  service = await aService()
  await aMediator(service)
  number = (await aDispute(service, await service.login('小林'))).number
  await service.catchUp()
  await service.catchUp()
  const url = new URL(process.env.TEST_MONGODB_URI ?? '')
  url.pathname = `/${database().databaseName}`
  uri = url.toString()
})
afterAll(async () => {
  rmSync(dir, { recursive: true, force: true })
  await service.close()
})

/** Runs one of the project's commands as people do. */
const run = async (script: string, ...args: string[]): Promise<{ code: number; out: string }> => {
  const command = promisify(execFile)(process.execPath, ['scripts/run-ts.mjs', `scripts/${script}.ts`, ...args, '--uri', uri], {
    cwd: ROOT,
  })
  return command.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, out: error.stdout + error.stderr }),
  )
}

test('docket writes the file of a case by its number, and says on which page what begins', async () => {
  const { code, out } = await run('docket', number, '--out', dir)
  expect(out).toContain(number)
  expect(out).toMatch(/ 3 {4}1 页 {2}受理登记表/)
  expect(code).toBe(0)
  expect(readdirSync(dir).sort()).toEqual(['docket.docx', 'docket.zip'])
  expect(readFileSync(join(dir, 'docket.docx')).subarray(0, 2).toString()).toBe('PK')
  expect(await run('docket', '2601-000000-0', '--out', dir)).toMatchObject({ code: 1, out: expect.stringContaining('2601-000000-0') })
  expect(await run('docket')).toMatchObject({ code: 1, out: expect.stringContaining('CASE_NUMBER') })
})

test('verify:audit counts the entries, and names the one in which a byte was changed', async () => {
  const whole = await run('verify-audit')
  expect(whole).toMatchObject({ code: 0, out: expect.stringMatching(/[1-9]\d* 条 entries checked/) })
  const entries = database().collection('auditEntries')
  const entry = await entries.findOne({ seq: 1 })
  await entries.updateOne({ _id: entry?._id }, { $set: { type: `${entry?.type.slice(0, -1)}X` } })
  const broken = await run('verify-audit')
  expect(broken.code).toBe(1)
  expect(broken.out).toContain(`entry 1 (${entry?._id}`)
})
