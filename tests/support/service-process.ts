import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

const ROOT = join(__dirname, '..', '..')
const OUT = join('.cache', `service-${process.pid}`)
const BUNDLE = `import('./scripts/lib/bundle.mjs').then(({ bundle }) => bundle({ main: 'server/main.ts' }, process.argv[1]))`

/** Bundles the service as it is run; once for each test file. Inside the project, where its packages are found. */
export const bundleService = (): { program: string; remove: () => void } => {
  execFileSync(process.execPath, ['-e', BUNDLE, OUT], { cwd: ROOT })
  return { program: join(ROOT, OUT, 'main.mjs'), remove: () => rmSync(join(ROOT, OUT), { recursive: true, force: true }) }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Ends a process as a power cut would, and waits until it is gone. */
export const killHard = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

/** Starts the service as a process and waits until it is ready. */
export const startProcess = async (options: {
  program: string
  env: Record<string, string>
}): Promise<{ url: string; child: ChildProcess }> => {
  const port = await freePort()
  const child = spawn(process.execPath, [options.program], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'fatal', PORT: String(port), ...options.env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return { url, child }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The service did not become ready')
}
