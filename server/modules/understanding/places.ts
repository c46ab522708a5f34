import { type NamedRegion, regionPath, regionsNamedIn } from '@server/modules/regions'
import { isWithin } from '@shared/regions/schemas'

/** Words that name a place, with the region that they mean where there is exactly one. */
export interface Place {
  words: string
  regionCode: string | null
  regionName: string | null
  /** How many regions have this name, when it is not clear which one is meant. */
  among: string[]
}

const MOST_PLACES = 5
const MOST_AMONG = 5
/** Nobody names so many; whoever writes nothing but names must not keep the service busy. */
const MOST_LOOKED_AT = 60

/** No part of a name: words that lead to one. */
const LEADING = '的在到从去往了和与跟于离对是有住把被向给为们我你他她它这那哪来过上下里内外前后边旁近每一我家着因找请让就都也还要会能个'
/** Roads, estates, buildings: no regions, but what somebody who comes has to know. */
const SPOT = new RegExp(
  `[^\\P{Script=Han}${LEADING}]{2,6}(?:路|街道?|大道|巷|弄|小区|花园|家园|公寓|广场|市场|公园|小学|中学|幼儿园|医院|车站|大桥|水库|工业园)(?:\\d{1,4}号(?!楼))?|\\d{1,3}(?:号楼|栋|幢)(?:\\d{1,2}单元)?(?:\\d{1,4}室)?|[一二三四五六七八九十\\d]{1,3}组`,
  'gu',
)

interface Group {
  words: string
  end: number
  candidates: string[]
}

/** Names that follow each other, such as a township and its village, mean what lies within all of them. */
const grouped = (named: readonly NamedRegion[]): Group[] => {
  const groups: Group[] = []
  for (const { at, words, regions } of named) {
    const codes = regions.map((region) => region._id)
    const last = groups.at(-1)
    const within = last?.end === at ? codes.filter((code) => last.candidates.some((above) => isWithin(code, above))) : []
    if (last && within.length > 0) {
      last.words += words
      last.end += words.length
      last.candidates = within
    } else groups.push({ words, end: at + words.length, candidates: codes })
  }
  return groups
}

/** Of several regions of one name, those within, or around, what else is known of the place. */
const narrowed = (candidates: readonly string[], known: readonly string[]): readonly string[] => {
  if (candidates.length === 1) return candidates
  for (const code of known) {
    const near = candidates.filter((one) => isWithin(one, code) || isWithin(code, one))
    if (near.length > 0) return near
  }
  return candidates
}

const placeOf = ({ words, candidates }: Group, known: readonly string[]): Place => {
  const left = narrowed(candidates, known)
  const [only] = left
  if (left.length === 1 && only !== undefined) return { words, regionCode: only, regionName: regionPath(only), among: [] }
  return { words, regionCode: null, regionName: null, among: left.slice(0, MOST_AMONG).map(regionPath) }
}

/** The places that a text names; `regionCode`: what is known of the place already. The most exact first. */
export const placesIn = (text: string, regionCode?: string): Place[] => {
  const groups = grouped(regionsNamedIn(text).slice(0, MOST_LOOKED_AT))
  const sure = groups.flatMap(({ candidates }) => (candidates.length === 1 ? candidates : []))
  const known = [...(regionCode === undefined ? [] : [regionCode]), ...sure]
  const regions = new Map(groups.map((group) => [group.words, placeOf(group, known)]))
  const spots = [...text.matchAll(SPOT)]
    .slice(0, MOST_LOOKED_AT)
    .map(([words]) => words)
    .filter((words) => ![...regions.keys()].some((name) => name.includes(words) || words.includes(name)))
    .map((words): [string, Place] => [words, { words, regionCode: null, regionName: null, among: [] }])
  const depth = ({ regionCode: code }: Place): number => code?.length ?? 0
  return [...[...regions.values()].sort((one, other) => depth(other) - depth(one)), ...new Map(spots).values()].slice(0, MOST_PLACES)
}
