import type { Step } from './draft'
import { type Found, findPlain } from './plain'

const N = '[0-9A-Za-z十百]{1,6}'
const NOT_MEASURED = '(?!\\d|[.]\\d|[元块年人户米平多余个名位]|左右)'
/** Where a building is named, everything that follows of the address goes with it. */
const TAIL = `(?:[\\s,-]?(?:${N}(?:号楼|栋|幢|座|单元|门洞|梯|层|楼|室|号房|房|户|号)|[东西南北中](?:单元|户)))*(?:[\\s,-]?\\d{3,4}(?:-\\d{1,4})?(?:号房|室|房)?${NOT_MEASURED})?(?:[\\s-]\\d{1,2}-\\d{3,4})?`
const BUILDING = new RegExp(`[甲乙丙丁]?(?:${N}(?:号楼|号院|栋|幢|单元|#(?![线机])楼?)|[A-Za-z]座)${TAIL}`, 'g')
const BLOCK_DASHED = /\d{1,3}(?:栋|幢|号楼)(?:-\d{1,4}){1,3}/g
const FLOOR_ROOM = new RegExp(`${N}[楼层]\\s?\\d{3,4}(?:室|号房|房)?${NOT_MEASURED}`, 'g')
const ROW = new RegExp(`${N}排\\s?${N}[号户栋]`, 'g')
const ROOM = /[A-Za-z]?\d{3,4}(?:室|号房|房(?![价租东间屋产]))/g
const BESIDE = new RegExp(`(?<=(?:楼上|楼下|对门|对面|隔壁|家住)(?:是|的|邻居)?\\s?)\\d{3,4}(?![路线]|${NOT_MEASURED.slice(3)}`, 'g')
const DASHED = /(?<![\d.-])\d{1,3}-\d{1,2}-\d{3,4}(?![\d-])/g
const DASHED_HOME = /(?<=(?:小区|花园|苑|家园|公寓|新村|广场|大厦|楼|住|住在|家在|家是)\s?)\d{1,3}-\d{2,4}(?![\d-]|[元块点])/g
const ROAD = '路|街|巷|(?<!知)道|弄|胡同|村|组|队|屯|坊|大院|条|段'
const HOUSE = new RegExp(`(?<=(?:${ROAD})\\s?)${N}(?:-\\d+号|号(?:附\\d+号|-\\d+)?)`, 'g')
const DOOR = new RegExp(`(?<=门牌(?:号码?|是|为|[:\\s])*)${N}号?`, 'g')
const SHOP = '门面|商铺|铺面|店面|摊位|车位|车库'
const SHOP_NUMBER = new RegExp(`[A-Za-z]?-?${N}号(?=${SHOP})|(?<=${SHOP})[A-Za-z]?-?${N}号|[A-Za-z]-?\\d{1,4}(?=${SHOP})`, 'g')
const NUMBERED = /(?<![\d月.第\])】〕-])\d{2,4}号(?!线|文|令|公告|台风|地块|汽油|柴油|\d+\.\d|楼市)/g
const GROUP = new RegExp(`(?<=(?:村|社区|大队|屯)\\s?)第?${N}(?:组|队)(?![长织员成合])`, 'g')
/** Groups of a village that have names; a committee of the village is none. */
const NAMED_GROUP =
  /(?<=村)(?![\p{Script=Han}]{0,4}(?:委会|里|民|工作|调查|领导|专家|小组|党|检查|巡查|帮扶|督导|业主|民小|核查|专班|互助|志愿|合作|评估|监督))[\p{Script=Han}]{2,4}组(?![长织员成合建])/gu
const THIRD_ROAD = new RegExp(`(?<=路)${N}段(?=某)`, 'g')

const LAST_OF_MONTH = 31
/** 一栋楼, 两三栋, 共12栋: how many, not which. */
const isCount = ({ original, before, after }: Found): boolean =>
  /^[一两二三四五几]{1,2}栋$/.test(original) ||
  (/(?:共|有|建|盖|拆|约|近|这|那|每|哪|成|全)了?$/.test(before) &&
    /^[\d十百一二三四五六七八九]+[栋幢]$/.test(original) &&
    !/^\d/.test(after))

const step = (pattern: RegExp, word: string, isMeant: (found: Found) => boolean = () => true): Step => ({
  kind: 'address',
  find: (text) => findPlain(text, pattern, (found) => (isMeant(found) ? word : undefined)),
})

/** Addresses below the village: buildings, entrances, rooms, house numbers, groups of a village. */
export const ADDRESS_STEPS: Step[] = [
  step(BLOCK_DASHED, '某处'),
  step(BUILDING, '某处', (found) => !isCount(found)),
  step(FLOOR_ROOM, '某处'),
  step(ROW, '某处'),
  step(DASHED, '某处'),
  step(DASHED_HOME, '某处'),
  step(HOUSE, '某号'),
  step(THIRD_ROAD, '某段'),
  step(DOOR, '某号'),
  step(SHOP_NUMBER, '某号'),
  step(ROOM, '某室'),
  step(BESIDE, '某室'),
  step(GROUP, '某组'),
  step(NAMED_GROUP, '某组'),
  // Up to 31 it may be a day of the month.
  step(NUMBERED, '某号', ({ original }) => !/^\d+号$/.test(original) || Number.parseInt(original, 10) > LAST_OF_MONTH),
]
