import { rmSync } from 'node:fs'

/** Stops what mongod-up.mjs started and removes its data. */
export default async () => {
  const { mongod, dir } = globalThis.testMongod ?? {}
  if (!mongod) return
  await mongod.stop()
  rmSync(dir, { recursive: true, force: true })
}
