import { localDate } from '@server/modules/deadlines'
import type { SignalForBrief } from '@server/modules/insight'
import type { BriefCount, BriefWording } from '@server/modules/opinion'
import { regionName, regionPath } from '@server/modules/regions'
import { categoryName } from '@shared/cases/categories'
import { KIND_NAMES } from '@shared/cases/words'
import { SIGNAL_KIND_NAMES, type SignalKind } from '@shared/insight/schemas'
import { SUPPRESS_BELOW } from '@shared/opinion/schemas'
import { CODE_LENGTHS } from '@shared/regions/schemas'

const PER_MILLE = 1000

/** Where a wording is from: no place below the village, no day. */
export const wordingSource = ({ kind, category, regionCode, week }: BriefWording): string =>
  `${regionPath(regionCode.slice(0, CODE_LENGTHS.village))}，${week}当周，${KIND_NAMES[kind]}（${categoryName(category)}）`

const count = (value: number | null): string => (value === null ? `不到${SUPPRESS_BELOW}件` : `${value}件`)

/** How many matters there were, as a sentence; small numbers stay unsaid. */
export const countSentence = (options: { found: BriefCount; regionCode: string; weeks: number; category: string | undefined }): string => {
  const { found, regionCode, weeks, category } = options
  const about = category === undefined ? '各类事项' : `“${categoryName(category)}”类事项`
  return `最近${weeks}周，${regionName(regionCode)}共收到${about}${count(found.total)}；此前同样长的时间${count(found.previous)}`
}
export const countSource = ({ from, to }: BriefCount): string => `平台事项统计，${localDate(from)}至${localDate(to)}`

const chance = (p: number): string => (p < 1 / PER_MILLE ? '小于千分之一' : `约千分之${Math.max(1, Math.round(p * PER_MILLE))}`)
const rounded = (value: number): string => String(Math.round(value * 10) / 10)

/** With what the number that came is compared. */
const COMPARED: Record<SignalKind, string> = {
  emerging: '人最多的那几天，照往常',
  trending: '最近三个月，没有增加的话',
  widespread: '只是一处的事的话，别处',
}

/** A signal's numbers, as a sentence. */
export const signalSentence = (signal: SignalForBrief): string => {
  const { name, kind, people, messages, regions, expected, observed, p } = signal
  const who = people === null ? `不到${SUPPRESS_BELOW}人` : `${people}人`
  const how = messages === null ? '' : `、${messages}条`
  const where = regions > 1 ? `，涉及${regions}个地方` : ''
  return `“${name}”（${SIGNAL_KIND_NAMES[kind]}）：${who}${how}${where}；${COMPARED[kind]}约${rounded(expected)}人，实际${rounded(observed)}人，纯属巧合的可能${chance(p)}`
}
export const signalSource = ({ firstAt, latestAt }: SignalForBrief): string => `平台苗头发现，${firstAt}至${latestAt}`

export const statementSource = (topic: string): string => `协商议题《${topic}》中大家写下的观点`
