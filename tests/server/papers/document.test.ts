import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aService, type Client, type Service } from '@tests/support/service'
import { aMediation, draft, inForce, type Mediation, movePaper, openForSigning } from './support'

let service: Service
let one: Mediation
beforeAll(async () => {
  service = await aService()
  one = await aMediation(service)
})
afterAll(() => service.close())

const download = async (client: Client, id: string) => {
  const answer = await fetch(`${service.url}/api/papers/${id}/document`, { headers: { Authorization: `Bearer ${client.token}` } })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const has = (command: string): boolean => {
  try {
    execFileSync('which', [command], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('the Word file is for parties once it is in force, and for the mediator once it was shown', async () => {
  const drafted = await draft(one, 'record')
  expect((await download(one.mediator, drafted.id)).status).toBe(403)
  const opened = await openForSigning(one, 'agreement')
  expect((await download(one.mediator, opened.id)).status).toBe(200)
  expect((await download(one.applicant, opened.id)).status).toBe(403)
  expect((await download(await service.login('路人'), opened.id)).status).toBe(404)
  await movePaper(one.mediator, opened, 'void', { reason: '不用了' })
})

/** What LibreOffice makes of a Word file. */
const convert = (folder: string, to: string): Buffer => {
  const file = join(folder, 'paper.docx')
  const options = ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to, '--outdir', folder, file]
  execFileSync('soffice', options, { stdio: 'ignore', timeout: 100_000 })
  return readFileSync(join(folder, `paper.${to.split(':')[0]}`))
}

const withOffice = has('soffice') ? test : test.skip
withOffice(
  'the Word file opens in LibreOffice and says what was signed',
  async () => {
    const sealed = await inForce(one, 'agreement')
    const { bytes, headers, status } = await download(one.respondent, sealed.id)
    expect(status).toBe(200)
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain('人民调解协议书')
    const folder = mkdtempSync(join(tmpdir(), 'paper-'))
    try {
      writeFileSync(join(folder, 'paper.docx'), bytes)
      const text = convert(folder, 'txt:Text (encoded):UTF8').toString().replace(/\s/g, '')
      for (const line of sealed.text.split('\n')) expect(text).toContain(line.replace(/\s/g, ''))
      expect(text).toContain(sealed.number)
      expect(text).toContain(sealed.digest)
      expect(text).toContain('桥头村人民调解委员会（盖章）')
      const pdf = convert(folder, 'pdf').toString('latin1')
      // Three names and the code.
      expect(pdf.match(/\/Subtype\s*\/Image/g)?.length).toBeGreaterThanOrEqual(4)
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  120_000,
)
