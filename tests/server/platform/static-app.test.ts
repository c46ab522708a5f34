import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problems } from '@server/platform/http/problem'
import { staticApp } from '@server/platform/http/static-app'
import { createLog } from '@server/platform/log'
import Koa from 'koa'

const dir = mkdtempSync(join(tmpdir(), 'haoshangliang-h5-'))
const app = join(dir, 'h5')
let server: Server
let url: string
beforeAll(async () => {
  mkdirSync(join(app, 'js'), { recursive: true })
  writeFileSync(join(app, 'index.html'), '<!doctype html><div id="app"></div>')
  writeFileSync(join(app, 'js', 'app.1a2b3c4d.js'), 'console.log(1)')
  writeFileSync(join(app, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(dir, 'secret.txt'), 'secret')
  const koa = new Koa().use(problems(createLog('silent'))).use(staticApp(app))
  server = createServer(koa.callback())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(dir, { recursive: true, force: true })
})
const get = (path: string, init?: RequestInit) => fetch(`${url}${path}`, init)

describe('the browser’s app', () => {
  it('keeps files for ever that are named by their content', async () => {
    const answer = await get('/js/app.1a2b3c4d.js')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-type')).toMatch(/javascript/)
  })
  it('asks again for other files, and is told when they are the same', async () => {
    const answer = await get('/icon.svg')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    // Without the second header fetch would ask for a fresh copy.
    const headers = { 'If-None-Match': answer.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' }
    const again = await get('/icon.svg', { headers })
    expect(again.status).toBe(304)
  })
  it.each(['/', '/index.html', '/pages/home/index', '/some/where'])('finds its page at %s, always fresh', async (path) => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await answer.text()).toContain('id="app"')
  })
  it('may load nothing from elsewhere, and be shown in nobody’s frame', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    for (const part of ["default-src 'self'", "script-src 'self';", "img-src 'self' data: blob:", "frame-ancestors 'none'"])
      expect(policy).toContain(part)
    expect(policy).not.toContain('unsafe-eval')
  })
  it.each(['/api', '/api/gone', '/double/gone'])('has no page at %s, an address of the service', async (path) => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })
  it('has no page where a file is missing', async () => {
    expect((await get('/js/gone.1a2b3c4d.js')).status).toBe(404)
  })
  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/js/..%2f..%2fsecret.txt', '/%00.txt', '/%ff.txt'])(
    'gives out nothing from beside it: %s',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('secret')
    },
  )
  it('answers HEAD without a body', async () => {
    const answer = await get('/icon.svg', { method: 'HEAD' })
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '41', ''])
  })
})
