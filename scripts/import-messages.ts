import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CASE_KINDS, type CaseKind } from '../shared/cases/words'
import { ImportError } from './lib/import/rows'
import { importMessages, type Summary } from './lib/import/run'

const USAGE = `npm run import -- FILE.csv [options]

  CSV 列 columns: user, text; id, title, submitted_at (2019/11/22 10:51:11, China's time)
  --url URL          服务地址 the service; http://127.0.0.1:8080
  --token TOKEN      导入员的登录凭证 an importer's token, or
  --code CODE        微信登录 code a login code; who gives it agrees to the privacy terms
                     (都不写时用演示导入员 without either: the demo's importer)
  --kind KIND        ${CASE_KINDS.join(' | ')}; complaint
  --region CODE      所属地区 where the messages belong; the importer's own region
  --opinion-use      写信人同意用于社情民意 the writers agreed to the use of their wording
  --limit N          只导入前 N 行 only the first N rows`

const SHOWN = 30
const FAILED = 1

const readArguments = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:8080' },
      token: { type: 'string' },
      code: { type: 'string' },
      kind: { type: 'string' },
      region: { type: 'string' },
      'opinion-use': { type: 'boolean' },
      limit: { type: 'string' },
    },
  })
  const [path] = positionals
  const kind = values.kind as CaseKind | undefined
  const limit = values.limit === undefined ? undefined : Number(values.limit)
  const wrong = (kind && !CASE_KINDS.includes(kind)) || (limit !== undefined && !(Number.isInteger(limit) && limit > 0))
  if (!path || positionals.length > 1 || wrong) throw new ImportError(USAGE)
  return { ...values, url: values.url.replace(/\/+$/, ''), path, kind, limit, opinionUse: values['opinion-use'] }
}

/** One line that is written over on a terminal, and a line now and then elsewhere. */
const showProgress = () => {
  const began = performance.now()
  let told = 0
  return ({ total, accepted, repeated, rejected }: Summary): void => {
    const done = accepted + repeated + rejected.length
    const step = process.stdout.isTTY ? 20 : 500
    if (done < total && done - told < step) return
    told = done
    const rate = Math.round((accepted + repeated) / Math.max((performance.now() - began) / 1000, 0.001))
    const line = `› ${done} / ${total}，收下 accepted ${accepted}，重复 repeated ${repeated}，未收 rejected ${rejected.length}，${rate}/s`
    process.stdout.write(process.stdout.isTTY ? `\r${line}  ${done === total ? '\n' : ''}` : `${line}\n`)
  }
}

const report = ({ accepted, repeated, rejected, total }: Summary, seconds: number): void => {
  console.log(
    `\n✓ ${total} 行 rows，${seconds.toFixed(1)} s：收下 accepted ${accepted}，重复 repeated ${repeated}，未收 rejected ${rejected.length}`,
  )
  for (const { row, id, reason } of rejected.slice(0, SHOWN)) console.log(`  第 ${row} 行 row ${row} (${id}): ${reason}`)
  if (rejected.length > SHOWN) console.log(`  … 还有 ${rejected.length - SHOWN} 行 more`)
}

const main = async (): Promise<void> => {
  const { path, ...options } = readArguments()
  const began = performance.now()
  report(await importMessages({ ...options, bytes: readFileSync(path), progress: showProgress() }), (performance.now() - began) / 1000)
}

main().catch((error: unknown) => {
  const { code, message } = error as NodeJS.ErrnoException
  const plain = error instanceof ImportError || code === 'ENOENT' || code?.startsWith('ERR_PARSE_ARGS')
  console.error(plain ? `\n✗ ${message}${code?.startsWith('ERR_PARSE_ARGS') ? `\n\n${USAGE}` : ''}\n` : error)
  process.exit(FAILED)
})
