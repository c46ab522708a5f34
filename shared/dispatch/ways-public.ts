import type { Way } from './way'

const AGAINST_OFFICES = ['land.compensation', 'government', 'education.enrol', 'village.subsidy'] as const

const county = (name: string | null): string => name ?? '当地'
const town = (name: string | null): string => name ?? '乡镇'
/** '柳溪镇人民政府'; a subdistrict has an office instead. */
const townGovernment = (name: string | null): string => (name?.endsWith('街道') ? `${name}办事处` : `${town(name)}人民政府`)

/** Ways by which offices decide, or are made to decide again. */
export const PUBLIC_WAYS: readonly Way[] = [
  {
    code: 'landOwnership',
    name: '请政府处理土地、林地归属',
    categories: ['land.boundary', 'land.forest', 'house.homestead'],
    where: (matter) => `个人之间、个人与单位之间：${townGovernment(matter.township)}；单位之间：${county(matter.county)}人民政府`,
    what: '归谁、界线在哪里有争议的，先由政府处理，法院不直接受理。归属清楚、只是被占被毁的，可以直接去法院。',
    until: '越早越好；收到处理决定后，按决定书上写明的期限申请复议或者起诉。',
    law: '《土地管理法》第十四条、《森林法》第二十二条',
  },
  {
    code: 'noiseAuthority',
    name: '向管噪声的部门投诉',
    categories: ['neighbour.noise'],
    where: (matter) => `${county(matter.county)}指定的噪声管理部门，不清楚是哪个部门的，拨打 12345`,
    what: '劝阻、调解都没有用的，可以报告或者投诉，由主管部门处理。',
    until: '随时可以。',
    law: '《噪声污染防治法》第七十条',
  },
  {
    code: 'police',
    name: '报警',
    categories: ['injury.body', 'injury.goods'],
    where: (matter) => `${county(matter.county)}的公安派出所，电话 110`,
    what: '打人、故意损坏财物的，可以报警；伤得重的，请公安机关委托鉴定。赔偿另外可以去法院。',
    until: '越早越好，时间长了证据难找。',
    law: '《治安管理处罚法》',
  },
  {
    code: 'protectionOrder',
    name: '申请人身安全保护令',
    categories: ['family'],
    where: (matter) => `${county(matter.county)}的基层人民法院`,
    what: '遭受家庭暴力，或者面临家庭暴力的现实危险，可以申请；不用先离婚。法院在七十二小时内答复，紧急的二十四小时内。',
    until: '随时可以；危险时先报警 110。',
    law: '《反家庭暴力法》第二十三条、第二十八条',
  },
  {
    code: 'villageOversight',
    name: '向乡镇和主管部门反映',
    categories: ['village'],
    where: (matter) => `${townGovernment(matter.township)}，或者${county(matter.county)}农业农村、民政部门`,
    what: '村务不公开、公开的不真实、集体的钱分得不公的，可以反映，由他们调查核实。村里的决定侵害成员权益的，成员可以请法院撤销。',
    until: '越早越好。',
    law: '《村民委员会组织法》、《民法典》第二百六十五条',
  },
  {
    code: 'administrativeReview',
    name: '申请行政复议',
    categories: AGAINST_OFFICES,
    where: (matter) => `${county(matter.county)}人民政府（由司法局承办）；决定是县级政府作出的，向上一级政府申请`,
    what: '对政府部门的决定、处罚、征收补偿，或者该办不办不服的，请复议机关重新审查。不收费。',
    until: '六十日内，从知道这个决定那天算起；法律规定更长的，按更长的。',
    law: '《行政复议法》第二十条',
  },
  {
    code: 'administrativeCourt',
    name: '提起行政诉讼',
    categories: AGAINST_OFFICES,
    where: (matter) => `有权管辖行政案件的人民法院，不清楚是哪一家的，先问${county(matter.county)}人民法院`,
    what: '告的是作出决定的机关。有些事要先复议，决定书上会写明。',
    until: '六个月内，从知道或者应当知道这个决定那天算起；先复议的，收到复议决定书十五日内。',
    law: '《行政诉讼法》第四十五条、第四十六条',
  },
  {
    code: 'petition',
    name: '信访',
    categories: 'all',
    kinds: ['complaint', 'hazard', 'suggestion'],
    where: (matter) => `${county(matter.county)}信访局，也可以拨打 12345`,
    what: '对答复不满意、又不属于诉讼、仲裁、复议的，可以信访，由有权处理的机关书面答复。',
    until: '对书面处理意见不服的，收到之日起三十日内请上一级复查。',
    law: '《信访工作条例》',
  },
]
