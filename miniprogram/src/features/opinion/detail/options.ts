import type { Summary } from '@shared/opinion/schemas'
import { weekWords } from '../numbers'

const INK = '#56605A'
const BAMBOO = '#1F6F5C'
const LINE = '#E7E2D8'
const TEXT = { color: INK, fontSize: 13 }

/** Bars week by week. A count that is not told is drawn as a gap, not as nothing. */
export const weeklyOption = (weeks: Summary['byWeek']) => ({
  grid: { left: 8, right: 12, top: 16, bottom: 8, containLabel: true },
  tooltip: { trigger: 'axis', confine: true },
  xAxis: { type: 'category', data: weeks.map(({ week }) => weekWords(week)), axisLabel: TEXT, axisLine: { lineStyle: { color: LINE } } },
  yAxis: { type: 'value', minInterval: 1, axisLabel: TEXT, splitLine: { lineStyle: { color: LINE } } },
  series: [{ type: 'bar', data: weeks.map(({ count }) => count ?? '-'), itemStyle: { color: BAMBOO, borderRadius: [4, 4, 0, 0] } }],
})

const MOST = 12

/** The most first, from the top down; at most a dozen, the table has all. */
export const rankedOption = (items: readonly { name: string; count: number | null }[]) => {
  const shown = items.slice(0, MOST).reverse()
  return {
    grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', confine: true },
    xAxis: { type: 'value', minInterval: 1, axisLabel: TEXT, splitLine: { lineStyle: { color: LINE } } },
    yAxis: { type: 'category', data: shown.map(({ name }) => name), axisLabel: TEXT, axisLine: { lineStyle: { color: LINE } } },
    series: [
      {
        type: 'bar',
        data: shown.map(({ count }) => count ?? '-'),
        itemStyle: { color: BAMBOO, borderRadius: [0, 4, 4, 0] },
        label: { show: true, position: 'right', color: '#1E2521' },
      },
    ],
  }
}
