import { type ImportRegions, type ImportRegionsResult, levelOf } from '@shared/regions/schemas'
import type * as z from 'zod/mini'
import { currentAtlas, regionsChanged, warmRegions } from '../atlas-cache'
import { parentOf } from '../codes'
import { csvRows } from '../import/csv-rows'
import { boxOf, geojsonRows } from '../import/geojson-rows'
import type { ImportRow, Rejection } from '../import/row'
import { RegionModel } from '../region.model'

const BATCH = 1000
/** More rejections than this are only counted. */
const MOST_REJECTED = 1000

/** Parents before children, so that a kill in the middle never leaves a region without its parent. */
const byLevel = (one: ImportRow, other: ImportRow) => one.code.length - other.code.length || one.row - other.row

const sift = (rows: ImportRow[], mayChange: (code: string) => boolean) => {
  const atlas = currentAtlas()
  const accepted = new Map<string, ImportRow>()
  const rejected: Rejection[] = []
  for (const row of [...rows].sort(byLevel)) {
    const parent = parentOf(row.code)
    const reject = (reason: string) => rejected.push({ row: row.row, reason })
    const earlier = accepted.get(row.code)
    if (!mayChange(row.code)) reject('不在您管理的范围内')
    else if (earlier) reject(`代码与第 ${earlier.row} 行重复`)
    else if (parent !== null && !accepted.has(parent) && !atlas.get(parent)) reject(`上级 ${parent} 不存在`)
    else if (row.name === undefined && !atlas.get(row.code)) reject('新的地区缺少名称')
    else accepted.set(row.code, row)
  }
  return { accepted: [...accepted.values()], rejected }
}

const toWrite = ({ code, name, boundary }: ImportRow) => ({
  updateOne: {
    filter: { _id: code },
    update: {
      $set: {
        level: levelOf(code),
        parent: parentOf(code),
        ...(name === undefined ? {} : { name }),
        ...(boundary ? { boundary, bbox: boxOf(boundary) } : {}),
      },
    },
    upsert: true,
  },
})

const bounded = (rejected: Rejection[]): Rejection[] => {
  const sorted = rejected.sort((one, other) => one.row - other.row)
  const rest = sorted.length - MOST_REJECTED
  const next = sorted[MOST_REJECTED]
  return next ? [...sorted.slice(0, MOST_REJECTED), { row: next.row, reason: `从这一行起还有 ${rest} 行未导入` }] : sorted
}

/**
 * Adds or renames regions (CSV) and draws their boundaries (GeoJSON). Rows that cannot be used are told with their
 * number and the reason, the others are stored; doing it again changes nothing. Throws InvalidInput for another format.
 */
export const importRegions = async (
  options: ImportRegions & { mayChange?: (code: string) => boolean },
): Promise<z.infer<typeof ImportRegionsResult>> => {
  const { format, content, mayChange = () => true } = options
  const read = format === 'csv' ? csvRows(content) : geojsonRows(content)
  await warmRegions()
  const { accepted, rejected } = sift(read.rows, mayChange)
  try {
    for (let start = 0; start < accepted.length; start += BATCH)
      await RegionModel.bulkWrite(accepted.slice(start, start + BATCH).map(toWrite), { ordered: true })
  } finally {
    if (accepted.length > 0) await regionsChanged()
  }
  return { imported: accepted.length, rejected: bounded([...read.rejected, ...rejected]) }
}
