import { createServer } from 'node:net'
import { Remedy } from './say.mjs'

const tryListen = (port, host) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve({ error }))
    server.listen(port, host, () => {
      const chosen = server.address().port
      server.close(() => resolve({ port: chosen }))
    })
  })

/** The wanted port when it is free, else any free one. */
export const freePort = async (wanted = 0, host = '127.0.0.1') => {
  const first = await tryListen(wanted, host)
  return first.port ?? (await tryListen(0, host)).port
}

/** Refuses a start on a taken port, naming the remedy. */
export const requirePort = async (port, host) => {
  const { error } = await tryListen(port, host)
  if (!error) return
  const why = error.code === 'EADDRINUSE' ? '已被占用 is taken by another program' : `不可用 cannot be used (${error.code})`
  throw new Remedy(`端口 Port ${port} ${why}. Choose another one: PORT=${port < 65000 ? port + 1 : 8080} npm start`)
}
