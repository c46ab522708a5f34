import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isAlive, stopProcess } from './processes.mjs'
import { Remedy } from './say.mjs'

const read = (file) => {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  } catch {
    return undefined
  }
}

/**
 * The note of what runs on this data. Refuses when somebody else does; what a killed run left behind is stopped.
 */
export const claimData = async (file) => {
  const before = read(file)
  if (before && before.pid !== process.pid && isAlive(before.pid, 'start.mjs'))
    throw new Remedy(
      `已在运行 It already runs at ${before.url ?? 'this data'} (process ${before.pid}). Stop it with Ctrl-C there, or: kill ${before.pid}`,
    )
  for (const pid of before?.children ?? []) if (isAlive(pid, 'main.mjs')) await stopProcess(pid)
  mkdirSync(dirname(file), { recursive: true })
  const note = { pid: process.pid, children: [] }
  const write = () => writeFileSync(file, JSON.stringify(note))
  write()
  return {
    add: (more) => {
      note.children.push(...(more.children ?? []))
      if (more.url) note.url = more.url
      write()
    },
    release: () => rmSync(file, { force: true }),
  }
}
