import { parseArgs } from 'node:util'
import { type AuditReport, verifyAudit } from '../server/modules/archive'
import { connect, disconnect, ensureIndexes } from '../server/platform/database'
import { openDatabase } from './lib/database.mjs'

const WHY: Record<NonNullable<AuditReport['bad']>['why'], string> = {
  changed: '内容被改动 its content was changed',
  missing: '前面缺少一条 entries are missing before it, from place',
  order: '前后次序被改动 it does not follow the one before it',
  source: '所记载的原件被改动或删除 what it vouches for was changed or removed',
}

const show = ({ checked, waiting, bad }: AuditReport): void => {
  console.log(`已核对 ${checked} 条 entries checked${waiting > 0 ? `，待入链 ${waiting} 条 not yet in the chain` : ''}`)
  if (!bad) {
    console.log('✓ 链条完整 The chain is whole')
    return
  }
  const { id, seq, type, why, about } = bad
  const entry = id === '' ? `第 ${seq} 条 entry ${seq}` : `第 ${seq} 条 entry ${seq} (${id}, ${type})`
  console.error(`✗ ${entry}: ${WHY[why]}${about ? ` (${about})` : ''}`)
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { uri: { type: 'string' } } })
  const database = await openDatabase(values.uri)
  try {
    await connect(database.uri)
    await ensureIndexes()
    const report = await verifyAudit()
    show(report)
    if (report.bad) process.exitCode = 1
  } finally {
    await disconnect()
    await database.stop()
  }
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
