import type { WayView } from '../cases/schemas'
import type { Matter, Way } from './way'
import { PUBLIC_WAYS } from './ways-public'
import { TRADE_WAYS } from './ways-trade'

/** `a` fits `a` and `a.b`. */
const isAmong = (categories: Way['categories'], category: string): boolean =>
  categories === 'all' || categories.some((one) => category === one || category.startsWith(`${one}.`))

const THREE_YEARS = '一般三年内，从知道自己权利受损、也知道该找谁那天算起；最长二十年。'

interface Limit {
  categories: readonly string[] | 'all'
  until: string
  law: string
}
/** How long one can go to court; the first that fits. */
const LIMITS: readonly Limit[] = [
  {
    categories: ['labour'],
    until: '先申请劳动仲裁；对裁决不服的，收到裁决书之日起十五日内起诉。',
    law: '《劳动争议调解仲裁法》第五条、第五十条',
  },
  {
    categories: ['family.support', 'family.child'],
    until: '要求给付赡养费、抚养费、扶养费的，不受诉讼时效限制。',
    law: '《民法典》第一百九十六条',
  },
  {
    categories: ['neighbour', 'house.homestead'],
    until: `要求停止侵害、排除妨碍、消除危险的，不受诉讼时效限制；要求赔偿的，${THREE_YEARS}`,
    law: '《民法典》第一百八十八条、第一百九十六条',
  },
  { categories: 'all', until: THREE_YEARS, law: '《民法典》第一百八十八条' },
]

/** What is about land and buildings is heard where these are. */
const IMMOVABLE = ['house.homestead', 'house.rent', 'house.sale', 'land.contract'] as const

/** The court of first instance of a county. */
const courtOf = (county: string | null): string => (county ? `${county}人民法院` : '当地的基层人民法院')

const courtWay = ({ category, county }: Matter): WayView => {
  const limit = LIMITS.find((one) => isAmong(one.categories, category))
  const place = isAmong(IMMOVABLE, category)
    ? `${courtOf(county)}（房屋、土地所在地的法院）`
    : `一般是对方住所地的法院；对方住在本地的，是${courtOf(county)}`
  return {
    code: 'court',
    name: '向人民法院起诉',
    where: place,
    what: '写一份起诉状，带上证据，到法院立案窗口递交，也可以网上立案。诉讼费有困难的，可以申请缓交、减交、免交。',
    until: limit?.until ?? THREE_YEARS,
    law: limit?.law ?? '',
  }
}

const present = ({ code, name, where, what, until, law }: Way, matter: Matter): WayView => ({
  code,
  name,
  where: where(matter),
  what,
  until,
  law,
})

const legalAid = ({ county }: Matter): WayView => ({
  code: 'legalAid',
  name: '申请法律援助',
  where: `${county ?? '当地'}的法律援助中心，电话 12348`,
  what: '经济困难、请不起律师的，可以申请免费的法律咨询和代理，例如讨要工资、工伤和交通事故赔偿、赡养费和抚养费。',
  until: '随时可以申请。',
  law: '《法律援助法》第三十一条',
})

/** The legal ways on for a matter, the most fitting first. Only what the law says; which to choose is up to the people. */
export const waysOn = (matter: Matter): WayView[] => {
  const { kind, category } = matter
  const fitting = [...TRADE_WAYS, ...PUBLIC_WAYS].filter(
    (way) => (way.kinds === undefined || way.kinds.includes(kind)) && isAmong(way.categories, category),
  )
  const special = fitting.map((way) => present(way, matter))
  return kind === 'dispute' ? [...special, courtWay(matter), legalAid(matter)] : [...special, legalAid(matter)]
}
