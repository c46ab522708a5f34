import { regionName } from '@server/modules/regions'
import { CODE_LENGTHS } from '@shared/regions/schemas'

/** The basic court of the committee's county or district, which confirms its agreements. */
export const courtOf = (regionCode: string): string => `${regionName(regionCode.slice(0, CODE_LENGTHS.county))}人民法院`
