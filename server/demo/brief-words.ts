import { CITY, codeOf } from './regions'

/** What a claim of a demo brief rests on: wordings found by these words, the numbers, or what the member saw. */
type Rest = `word:${string}` | 'count' | 'note'
interface SaidClaim {
  text: string
  rests?: readonly Rest[]
  /** Which claims, by their place: s0 the first of the situation, c0 of the causes. */
  answers?: readonly string[]
}
export interface BriefWords {
  by: string
  signer: string | null
  regionCode: string
  category: string
  title: string
  /** How many days ago it was begun. */
  daysAgo: number
  note: { text: string; source: string }
  situation: readonly SaidClaim[]
  causes: readonly SaidClaim[]
  suggestions: readonly SaidClaim[]
}

/** Adopted and answered. */
export const PARKING: BriefWords = {
  by: 'song-yiming',
  signer: null,
  regionCode: codeOf(1),
  category: 'property',
  title: '关于老街区消防通道被停车占用的反映',
  daysAgo: 40,
  note: { text: '周五晚上八点半走了三条街，两条街上消防车转不过弯，沿街没有一处标明哪边可以停。', source: '委员走访' },
  situation: [
    { text: '老街两侧停满车辆，救护车和消防车夜间进不去，居民担心出事没人救得了。', rests: ['word:救护车', 'note'] },
    { text: '有的小区车库空着只卖不租，业主只好把车停在路上。', rests: ['word:车库'] },
  ],
  causes: [
    { text: '老街没有统一划线，停哪边、什么时候停都没有规矩。', rests: ['note'] },
    { text: '类似的事各小区都有人反映，单靠一个物业解决不了。', rests: ['count'] },
  ],
  suggestions: [
    { text: '由城管牵头，一街一策划出单侧停车位，另一侧设禁停标志，给救援车辆留出通道。', answers: ['s0', 'c0'] },
    { text: '推动空置车库按月出租，价格由业主商定并公示。', answers: ['s1'] },
  ],
}
export const PARKING_ANSWER =
  '三条老街已全部划为单侧停车，另一侧设了禁停标志，消防车实地试行可以通过。两个小区的空置车位改为按月出租，租金已公示。还有一条街路面太窄，两侧都不能停，附近的公共停车场要到明年才能建成。'
export const PARKING_TOLD = {
  title: '老街消防通道打通了',
  result: 'partly' as const,
  raised: '老街两边停满车，救护车、消防车进不去；小区车库空着，车只能停在路上。',
  done: '三条老街划成单侧停车，另一侧禁停，消防车试过可以通行；两个小区的空车位按月出租，租金公示。',
  notDone: '有一条街太窄，两侧都不能停，附近的公共停车场明年才能建成，这期间请停到广场地下车库。',
}

/** Signed by a colleague, submitted, and waiting for the office. */
export const SEWAGE: BriefWords = {
  by: 'shen-huiwen',
  signer: 'song-yiming',
  regionCode: codeOf(2),
  category: 'environment',
  title: '关于沿河村庄生活污水直排的反映',
  daysAgo: 9,
  note: { text: '沿河看了四个排水口，有两个没有接进管网，污水直接流进河里。', source: '委员调研' },
  situation: [{ text: '雨后沟渠冒黑水，河水发绿发臭，村民不敢在河边洗衣、取水浇菜。', rests: ['word:黑水', 'word:河边'] }],
  causes: [{ text: '一部分排水口没有接入管网，小作坊的废水没有沉淀就排放。', rests: ['word:豆腐', 'note'] }],
  suggestions: [{ text: '逐个排查沿河排水口，列出清单和完成的日子；给小作坊统一建沉淀池，费用给予补助。', answers: ['s0', 'c0'] }],
}

/** Begun a few days ago: nothing is finished yet. */
export const BUSES: BriefWords = {
  by: 'song-yiming',
  signer: null,
  regionCode: CITY,
  category: 'traffic',
  title: '关于乡镇末班车时间太早的反映',
  daysAgo: 3,
  note: { text: '和同车的人聊了一路，看病的老人说得最多。', source: '乘车所闻' },
  situation: [{ text: '乡镇到城里的末班车收得早，看病、打工的人赶不上回家的车。', rests: ['word:末班', 'note'] }],
  causes: [],
  suggestions: [],
}
