import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './say.mjs'

const LONGEST = 220
const LONG = 150
// Words and tables, not code: their length is nobody's trouble.
const WORDS = /(texts|categories|words|moves|schemas|endpoints|data|names)\.ts$|\.d\.ts$/
// Where real time is meant: the clock itself, and leases, which are about processes.
const REAL_TIME = /^server\/platform\/(clock|lease|once|wechat\/(shared-token|token-store))\.ts$/

const sources = () => {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' }).split('\n')
  return listed.filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file) && existsSync(join(ROOT, file)))
}

const problemsOf = (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const lines = text.split('\n')
  const found = []
  if (lines.length > LONGEST && !WORDS.test(file) && !file.startsWith('tests/'))
    found.push(`${file}: ${lines.length} lines, at most ${LONGEST}`)
  if (file.startsWith('server/') && !REAL_TIME.test(file)) {
    const at = lines.findIndex((line) => /Date\.now\(\)|new Date\(\)/.test(line) && !/real time/.test(line))
    if (at >= 0) found.push(`${file}:${at + 1}: asks the machine for the time; use the clock (or say "real time" in a comment on the line)`)
  }
  return { found, long: lines.length > LONG && !WORDS.test(file) && !file.startsWith('tests/') }
}

/** Rules of the house that no linter knows: length of files, and time through the clock only. */
export const houseRules = () => {
  const all = sources().map(problemsOf)
  const long = all.filter((one) => one.long).length
  return { problems: all.flatMap((one) => one.found), text: `${all.length} files, ${long} of them longer than ${LONG} lines` }
}
