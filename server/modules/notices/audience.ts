import { CODE_LENGTHS, outermost } from '@shared/regions/schemas'
import type { Notice } from './notice.model'

export type Audience = Pick<Notice, 'regionCodes' | 'kinds'>

/** Regions without those that lie within another of them, in order. */
export const withoutNested = (codes: readonly string[]): string[] => outermost(codes).sort()

/** The smallest region that covers all of some. */
export const coverOf = ([first = '', ...others]: readonly string[]): string => {
  const covers = (length: number) => others.every((code) => code.startsWith(first.slice(0, length)))
  const length = Math.max(0, ...Object.values(CODE_LENGTHS).filter((one) => one <= first.length && covers(one)))
  return first.slice(0, length)
}

const range = (code: string) => ({ $gte: code, $lt: `${code}:` })

/** Whom a notice is for: who has brought such matters there; without kinds also who lives there. */
export const audienceFilter = ({ regionCodes, kinds }: Audience) => {
  const brought = (code: string) => ({
    brought: { $elemMatch: { regionCode: range(code), ...(kinds.length > 0 ? { kind: { $in: kinds } } : {}) } },
  })
  const living = kinds.length > 0 ? [] : regionCodes.map((code) => ({ home: range(code) }))
  return { $or: [...regionCodes.map(brought), ...living] }
}
