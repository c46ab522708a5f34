import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, say } from './lib/say.mjs'

// A registry mirror that serves one system's binaries only leaves the others' out of the lock file that npm writes, and
// `npm ci` then refuses the lock file, on every system. This puts them back. Run it after `npm install`.
const OS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'netbsd', 'openbsd', 'win32', 'aix']
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32']

const platformOf = (name) => {
  const words = name.split(/[/-]/)
  const os = OS.filter((one) => words.includes(one))
  const cpu = CPU.filter((one) => words.includes(one))
  const libc = words.includes('musl') || words.includes('musleabihf') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined
  return { ...(cpu.length > 0 && { cpu }), ...(libc && os.includes('linux') && { libc }), ...(os.length > 0 && { os }) }
}

const file = join(ROOT, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []
for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version) || lock.packages[`${path}/node_modules/${name}`] || lock.packages[`node_modules/${name}`])
      continue
    lock.packages[`node_modules/${name}`] = { version, ...(parent.dev && { dev: true }), optional: true, ...platformOf(name) }
    added.push(name)
  }
}
if (added.length > 0) {
  const [root, ...rest] = Object.keys(lock.packages)
  lock.packages = Object.fromEntries([root, ...rest.sort((a, b) => a.localeCompare(b, 'en'))].map((path) => [path, lock.packages[path]]))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
say(`package-lock.json: ${added.length} added`)
