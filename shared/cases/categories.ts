import * as z from 'zod/mini'
import type { CaseKind } from './words'

export interface Category {
  readonly code: string
  readonly name: string
  readonly kinds: readonly CaseKind[]
  /** What a resident would say; shown under the name. */
  readonly hint?: string
  readonly children: readonly { readonly code: string; readonly name: string }[]
}

const group = (code: string, name: string, kinds: readonly CaseKind[], hint: string, children: Record<string, string>): Category => ({
  code,
  name,
  kinds,
  hint,
  children: Object.entries(children).map(([tail, childName]) => ({ code: `${code}.${tail}`, name: childName })),
})

const D = ['dispute'] as const
const C = ['complaint', 'suggestion'] as const
const H = ['complaint', 'hazard', 'suggestion'] as const

/** Two levels, in residents' words. Disputes follow the kinds that people's mediation committees count. */
export const CATEGORIES: readonly Category[] = [
  group('neighbour', '邻里', D, '漏水、噪声、采光、占道', {
    leak: '漏水渗水',
    noise: '噪声扰民',
    light: '采光通风',
    passage: '通道与堆物',
    animal: '养宠与家禽',
    other: '其他邻里纠纷',
  }),
  group('family', '婚姻家庭', D, '赡养、抚养、彩礼、分家', {
    marriage: '婚姻与离婚',
    support: '赡养老人',
    child: '抚养与探望',
    betrothal: '彩礼婚约',
    inheritance: '继承与分家',
    other: '其他家庭纠纷',
  }),
  group('house', '房屋宅基地', D, '宅基地、租房、装修、相邻界线', {
    homestead: '宅基地与边界',
    rent: '房屋租赁',
    renovation: '装修',
    sale: '房屋买卖',
    other: '其他房屋纠纷',
  }),
  group('property', '物业', ['dispute', 'complaint', 'suggestion'], '物业费、停车、电梯、公共收益', {
    fee: '物业收费',
    service: '物业服务',
    parking: '小区停车',
    lift: '电梯',
    committee: '业主委员会',
    other: '其他物业问题',
  }),
  group('labour', '劳动报酬', ['dispute', 'complaint'], '欠薪、工伤、社保、解除合同', {
    wage: '拖欠工资',
    injury: '工伤',
    insurance: '社会保险',
    dismissal: '解除劳动关系',
    other: '其他劳动问题',
  }),
  group('contract', '合同与借贷', D, '借钱、买卖、承揽、合伙', {
    loan: '民间借贷',
    sale: '买卖合同',
    work: '承揽与劳务',
    partnership: '合伙与股权',
    other: '其他合同纠纷',
  }),
  group('injury', '损害赔偿', D, '打架、摔伤、动物伤人、名誉', {
    body: '人身损害',
    goods: '财物损坏',
    animal: '动物伤人',
    reputation: '名誉与隐私',
    other: '其他损害赔偿',
  }),
  group('traffic', '交通', ['dispute', 'complaint', 'hazard', 'suggestion'], '事故赔偿、道路、停车、公交', {
    accident: '交通事故赔偿',
    road: '道路破损',
    parking: '乱停车',
    bus: '公交出行',
    signal: '信号灯与标线',
    other: '其他交通问题',
  }),
  group('medical', '医疗卫生', ['dispute', 'complaint', 'suggestion'], '医患、收费、就医', {
    dispute: '医患纠纷',
    fee: '收费与医保',
    service: '就医服务',
    other: '其他医疗问题',
  }),
  group('consumer', '消费', ['dispute', 'complaint'], '退款、质量、预付卡、网购', {
    quality: '商品质量',
    refund: '退款退费',
    prepaid: '预付卡',
    online: '网络购物',
    other: '其他消费问题',
  }),
  group('land', '山林土地', ['dispute', 'complaint'], '承包地、流转、征地补偿', {
    contract: '承包与流转',
    boundary: '权属与界线',
    compensation: '征地拆迁补偿',
    forest: '山林水塘',
    other: '其他土地问题',
  }),
  group('village', '村(社区)事务', ['dispute', 'complaint', 'suggestion'], '村务公开、补贴、选举、集体收益', {
    openness: '村务公开',
    subsidy: '补贴与救助',
    income: '集体收益分配',
    facility: '公共设施',
    other: '其他村务问题',
  }),
  group('environment', '环境卫生', H, '垃圾、污水、油烟、扬尘', {
    rubbish: '垃圾清运',
    sewage: '污水与河道',
    air: '油烟与扬尘',
    noise: '施工与商业噪声',
    other: '其他环境问题',
  }),
  group('utility', '水电气暖', H, '停水停电、水压、路灯', {
    water: '供水',
    power: '供电',
    gas: '燃气',
    heating: '供暖',
    lamp: '路灯',
    other: '其他设施问题',
  }),
  group('safety', '安全隐患', ['hazard', 'complaint'], '消防、危房、用电、溺水', {
    fire: '消防通道与火灾',
    building: '危房与高空坠物',
    wiring: '飞线充电与用电',
    water: '水域安全',
    production: '安全生产',
    other: '其他隐患',
  }),
  group('education', '教育', C, '入学、收费、校园', { enrol: '入学与转学', fee: '收费与培训', campus: '校园安全', other: '其他教育问题' }),
  group('government', '政务与办事', C, '证照、户籍、服务态度', {
    certificate: '证照办理',
    household: '户籍',
    attitude: '服务态度',
    policy: '政策咨询',
    other: '其他办事问题',
  }),
  group('other', '其他', ['complaint', 'dispute', 'hazard', 'suggestion'], '不知道选哪个，就选这个', { other: '其他' }),
]

const CODES = new Map<string, string>(
  CATEGORIES.flatMap((top) => [
    [top.code, top.name] as const,
    ...top.children.map((child) => [child.code, child.name === top.name ? top.name : `${top.name} · ${child.name}`] as const),
  ]),
)

export const isCategory = (code: string): boolean => CODES.has(code)
/** What a category is called on a screen. */
export const categoryName = (code: string): string => CODES.get(code) ?? code
/** The first level of a category; mediators are matched by it. */
export const topOf = (code: string): string => code.split('.')[0] ?? code
/** Whether a category is offered for a kind of case. */
export const suitsKind = (code: string, kind: CaseKind): boolean =>
  CATEGORIES.find((top) => top.code === topOf(code))?.kinds.includes(kind) ?? false

export const CategoryCode = z.string().check(z.refine(isCategory, { error: 'unknown_category' }))
