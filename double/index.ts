import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PushTarget } from './checks'
import { doubleRoutes } from './double-calls'
import { readCall, send } from './http'
import { createState, type Fault } from './state'
import { wechatRoutes } from './wechat-calls'

export interface DoubleOptions {
  /** 0 or left out: any free port. */
  port?: number
  /** Where people and messages are kept over a restart. */
  stateFile?: string
  appId: string
  secret: string
  /** Where verdicts on pictures are pushed. */
  push?: PushTarget
}

// Longer than the five seconds for which the service waits.
const SLOW_MS = 8000

/** Starts a double of WeChat's host on the loopback: same URLs, same errors, and `/double` for people and tests. */
export const startDouble = async (options: DoubleOptions): Promise<{ url: string; close: () => Promise<void> }> => {
  const state = createState(options)
  const wechat = wechatRoutes(state)
  const own = doubleRoutes(state)

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await readCall(request)
    const name = `${request.method} ${call.path}`
    if (wechat[name]) state.count(name)
    const fault: Fault | undefined = wechat[name] && state.takeFault(call.path)
    if (fault?.mode === 'down') return void request.socket.destroy()
    if (fault?.mode === 'busy') return send(response, { json: { errcode: -1, errmsg: 'system error' } })
    const handler = wechat[name] ?? own[name]
    const result = handler ? await handler(call) : { json: { errcode: 40066, errmsg: 'invalid url' }, status: 404 }
    if (fault?.mode === 'cut') return void request.socket.destroy()
    // A slow WeChat has done its work when it answers too late: the caller cannot know.
    if (fault?.mode === 'slow') await sleep(fault.ms ?? SLOW_MS, undefined, { ref: false })
    send(response, result)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      state.close()
    },
  }
}
