import type { Step } from './draft'
import { findPlain } from './plain'

/** 第3户, 每一户, 12人, 1.5人, 星期一: no count of people, or a larger one. */
const NOT_BEFORE = '(?<![\\d.,第每逐任十百千万亿几前期周统唯之])'
/** 户口, 名额, 位置, 人行道, 4人间, 2人次: units that are the beginning of another word. */
const UNITS = [
  '户(?![型口外籍主均表部内头名])',
  '名(?![列牌额字单录次称义])',
  '位(?!数|置|于|1体)',
  '口人',
  '个人(?!体)',
  '人(?![行次间座转民均份称口防际力事员大类群流工才家生气])',
  '家(?=住户|农户|居民|人(?!大))',
].join('|')
/** 一户一表, 3人以上: rules, and no people who are counted. */
const SMALL = new RegExp(`${NOT_BEFORE}[1-4两]\\s?(?:${UNITS})(?!1|及?以[上下内外])`, 'g')

/** So few people or households that who knows the place can tell who they are: 3户 → 若干户. */
export const SMALL_COUNT_STEPS: Step[] = [
  { kind: 'smallCount', find: (text) => findPlain(text, SMALL, ({ original }) => `若干${original.replace(/^.\s?/u, '')}`) },
]
