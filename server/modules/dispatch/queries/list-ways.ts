import type { Case } from '@server/modules/cases'
import { regionExists, regionName } from '@server/modules/regions'
import type { WayView } from '@shared/cases/schemas'
import { waysOn } from '@shared/dispatch/ways'
import { CODE_LENGTHS } from '@shared/regions/schemas'

/** Below a city without counties the tree has a level that is no place. */
const NO_PLACE = /^(市辖区|县|省直辖县级行政区划)$/

const nameAt = (regionCode: string, length: number): string | null => {
  const code = regionCode.slice(0, length)
  if (code.length < length || !regionExists(code)) return null
  const name = regionName(code)
  return NO_PLACE.test(name) ? null : name
}

/** The legal ways on for a case, with the offices of its place. */
export const listWays = ({ doc }: { doc: Pick<Case, 'kind' | 'category' | 'regionCode'> }): WayView[] =>
  waysOn({
    kind: doc.kind,
    category: doc.category,
    county: nameAt(doc.regionCode, CODE_LENGTHS.county),
    township: nameAt(doc.regionCode, CODE_LENGTHS.township),
  })
