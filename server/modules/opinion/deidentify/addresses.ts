import { replacePlain } from './plain'

const N = '[0-9A-Za-z十百]{1,5}'
/** Where a building is named, everything that follows of the address goes with it. */
const TAIL = `(?:[\\s,，-]?${N}(?:号楼|栋|幢|座|单元|门洞|梯|层|楼|室|号房|房|户|号))*(?:[\\s,，-]?\\d{3,4}(?!\\d|[元块年人户米平]))?`
const BUILDING = new RegExp(`(?:${N}(?:号楼|号院|栋|幢|单元|#楼?)|[A-Za-z]座)${TAIL}`, 'g')
const ROOM = /[A-Za-z]?\d{3,4}(?:室|号房|房(?![价租东]))/g
const DASHED = /(?<![\d-])\d{1,3}-\d{1,2}-\d{3,4}(?![\d-])/g
const DASHED_HOME = /(?<=(?:小区|花园|苑|家园|公寓|新村|广场|大厦|楼|住|住在|家在|家是)\s?)\d{1,3}-\d{2,4}(?![\d-]|[元块点])/g
const HOUSE = new RegExp(`(?<=(?:路|街|巷|(?<!知)道|弄|胡同|村|组|队|屯|坊|大院|条|段)\\s?)${N}(?:-\\d+)?号`, 'g')
const DOOR = new RegExp(`(?<=门牌(?:号码?|是|为|[:\\s])*)${N}号?`, 'g')
const NUMBERED = /(?<![\d月.-])\d{2,4}号(?!线|文|令|公告|台风|地块|汽油)/g
const GROUP = new RegExp(`(?<=(?:村|社区|大队|屯)\\s?)第?${N}(?:组|队)(?![长织员成合])`, 'g')

const LAST_OF_MONTH = 31
/** 一栋楼, 两三栋: how many, not which. */
const COUNTED = /^[一两二三四五几]{1,2}栋$/

/** Addresses below the village: buildings, entrances, rooms, house numbers, groups of a village. */
export const removeAddresses = (text: string): string => {
  const steps: [RegExp, (original: string) => string | undefined][] = [
    [BUILDING, (original) => (COUNTED.test(original) ? undefined : '某处')],
    [DASHED, () => '某处'],
    [DASHED_HOME, () => '某处'],
    [HOUSE, () => '某号'],
    [DOOR, () => '某号'],
    [ROOM, () => '某室'],
    [GROUP, () => '某组'],
    // Up to 31 it may be a day of the month.
    [NUMBERED, (original) => (/^\d+号$/.test(original) && Number.parseInt(original, 10) <= LAST_OF_MONTH ? undefined : '某号')],
  ]
  return steps.reduce((rest, [pattern, word]) => replacePlain(rest, pattern, ({ original }) => word(original)), text)
}
