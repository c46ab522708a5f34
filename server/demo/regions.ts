import { importRegions } from '@server/modules/regions'
import { type Cell, outlineOf, pointIn } from './mosaic'

export const CITY = '8801'
const PROVINCE = '88'

interface Place {
  name: string
  children?: Place[]
}
const village =
  (suffix: string) =>
  (name: string): Place => ({ name: `${name}${suffix}` })
const street = (name: string, communities: string): Place => ({ name, children: communities.split(' ').map(village('社区')) })
const town = (name: string, villages: string): Place => ({ name, children: villages.split(' ').map(village('村')) })

/** Three counties; the order gives the codes. */
const COUNTIES: Place[] = [
  {
    name: '云麓区',
    children: [
      street('东门街道', '钟楼 府后街 长庚里 望春 学宫'),
      street('桂花街道', '桂苑 锦和 百步亭 向阳里 春晓'),
      street('南塘街道', '南塘 莲池 新港 书香苑 码头'),
      town('松岭镇', '松岭 茶园 石鼓 杨梅 上坪'),
    ],
  },
  {
    name: '青溪县',
    children: [
      town('柳林镇', '柳林 桥头 沙洲 枣园 白石'),
      town('石桥镇', '石桥 陶家 龙井 银杏 下湾'),
      town('双河镇', '双河 渡口 新河 铁匠 芦苇'),
      town('竹溪乡', '竹溪 黄泥 云坡 篾匠 水口'),
    ],
  },
  {
    name: '鹭洲县',
    children: [
      town('荷塘镇', '荷塘 藕池 东圩 西圩 横堤'),
      town('大堰镇', '大堰 磨坊 梅林 沈家 柏树'),
      town('沙田镇', '沙田 瓜园 南渡 北渡 三合'),
      town('枫林乡', '枫林 高岗 石榴 泉眼 蜜橘'),
    ],
  },
]
/** Where the townships of each county lie, on a map of 4 × 3 townships. */
const TOWNSHIPS: Cell[][] = [
  [
    [1, 1],
    [2, 1],
    [1, 2],
    [2, 2],
  ],
  [
    [0, 2],
    [0, 1],
    [0, 0],
    [1, 0],
  ],
  [
    [3, 2],
    [3, 1],
    [3, 0],
    [2, 0],
  ],
]
/** How five villages of four grids each fill a township of 5 × 4 cells. */
const VILLAGES = ['AABBB', 'AACCB', 'DDDCC', 'DEEEE']
const [COLUMNS, ROWS] = [5, 4]
const GRID_NAMES = ['第一网格', '第二网格', '第三网格', '第四网格']

interface Drawn {
  code: string
  name: string
  cells: Cell[]
}

const drawVillage = (code: string, { name }: Place, cells: Cell[]): Drawn[] => [
  { code, name, cells },
  ...cells.map((cell, index) => ({ code: `${code}00${index + 1}`, name: `${name}${GRID_NAMES[index]}`, cells: [cell] })),
]

const drawTownship = (code: string, place: Place, [column, row]: Cell): Drawn[] => {
  const cellsOf = (letter: string): Cell[] =>
    VILLAGES.flatMap((line, y) =>
      [...line].flatMap((one, x): Cell[] => (one === letter ? [[column * COLUMNS + x, row * ROWS + (ROWS - 1 - y)]] : [])),
    )
  const villages = (place.children ?? []).flatMap((one, index) => drawVillage(`${code}00${index + 1}`, one, cellsOf('ABCDE'[index] ?? '')))
  return [{ code, name: place.name, cells: villages.filter((one) => one.cells.length > 1).flatMap((one) => one.cells) }, ...villages]
}

const drawCounty = (index: number): Drawn[] => {
  const code = `${CITY}0${index + 1}`
  const place = COUNTIES[index] as Place
  const townships = (place.children ?? []).map((one, at) => drawTownship(`${code}00${at + 1}`, one, TOWNSHIPS[index]?.[at] as Cell))
  return [{ code, name: place.name, cells: townships.flatMap((parts) => parts[0]?.cells ?? []) }, ...townships.flat()]
}

/** 和安市, which is on no map: 3 counties, 12 townships, 60 villages, 240 grids. */
const drawCity = (): Drawn[] => {
  const counties = COUNTIES.map((_, index) => drawCounty(index))
  const cells = counties.flatMap((parts) => parts[0]?.cells ?? [])
  return [{ code: PROVINCE, name: '楚和省', cells }, { code: CITY, name: '和安市', cells }, ...counties.flat()]
}

/** Stores the tree of regions with its boundaries; answers a point inside each grid, by code. */
export const fillRegions = async (): Promise<(grid: string, index?: number) => [number, number]> => {
  const drawn = drawCity()
  const features = drawn.map(({ code, name, cells }) => ({ type: 'Feature', properties: { code, name }, geometry: outlineOf(cells) }))
  const { rejected } = await importRegions({ format: 'geojson', content: JSON.stringify({ type: 'FeatureCollection', features }) })
  if (rejected.length > 0) throw new Error(`Regions of the demo were refused: ${JSON.stringify(rejected.slice(0, 3))}`)
  const cellOf = new Map(drawn.filter((one) => one.cells.length === 1).map((one) => [one.code, one.cells[0] as Cell]))
  return (grid, index) => pointIn(cellOf.get(grid) ?? [0, 0], index)
}

/** The code of a county, township, village or grid by its numbers: `codeOf(2, 1)` is the first township of the second county. */
export const codeOf = (county: number, ...below: number[]): string =>
  `${CITY}0${county}${below.map((number) => String(number).padStart(3, '0')).join('')}`
