import { words } from '@shared/platform/schema'
import type { Boundary } from '../region.model'

/** One line of an import, before anybody asks whether its parent exists. */
export interface ImportRow {
  /** As a person counts: in a CSV the header is row 1, in GeoJSON the first feature. */
  row: number
  code: string
  /** Undefined where boundaries come without names: the region then keeps its own. */
  name: string | undefined
  boundary?: Boundary
}
export interface Rejection {
  row: number
  reason: string
}

const Name = words(60)

/** A name fit to be stored, or why not. */
export const checkName = (raw: unknown): { name: string } | { reason: string } => {
  if (typeof raw !== 'string' || raw.trim() === '') return { reason: '缺少名称' }
  const name = raw.trim().normalize('NFC')
  return Name.safeParse(name).success ? { name } : { reason: '名称超过 60 个字，或含有无法识别的字符' }
}
