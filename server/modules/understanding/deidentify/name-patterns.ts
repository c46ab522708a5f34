import { DOUBLE_SURNAMES, RARE_SURNAMES, SURNAMES } from './name-words'

export const SOMEBODY = '某人'
export const HAN = '\\p{Script=Han}'
export const SURNAME = `(?:${DOUBLE_SURNAMES.join('|')}|[${[...SURNAMES].join('')}])`
export const ANY_SURNAME = `(?:${DOUBLE_SURNAMES.join('|')}|[${[...SURNAMES].join('')}${RARE_SURNAMES}])`
