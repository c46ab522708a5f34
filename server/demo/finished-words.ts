import type { Sample } from './sample-data'

/** A dispute that went all the way, from the first word to the shelf: what `npm run docket` shows. */
export const FINISHED: Sample = {
  daysAgo: 62,
  kind: 'dispute',
  category: 'neighbour.leak',
  at: [1, 1, 3, 1],
  by: 'chen-xiaoyu',
  life: 'fresh',
  text: '楼上厨房的下水管接口渗水，我家橱柜背板和一面墙都泡坏了。\n第一次说的时候他家来看过，说是公共管道的事；物业来看又说是自家接的管。拖了两个月，墙皮一块一块往下掉，橱柜也不敢放东西。\n想请人来说和说和，把管子修好，墙和柜子怎么赔当面谈清楚。',
  against: 'ma-xiaojun',
  photo: 'water',
}

export const QUESTION = '请派人看一下厨房下水管的渗水点，是户内支管还是公共立管，应当由谁维修？'
export const ANSWER =
  '已到现场打压试验：渗水点在户内支管与立管之间的接口，属于户内部分，由住户维修；公共立管完好。维修时物业可以配合关闭立管阀门。'

export const RECORD = {
  where: '街道矛盾纠纷调处中心调解室',
  applicantSaid: '管子要先修好，不能再漏。墙面和橱柜是实实在在坏了，希望对方承担修补的费用，不要求全换新的。',
  respondentSaid: '先前以为是公共管道，没有当回事，对不住楼下。管子自己找人修，费用可以出，一次拿不出来的，分两次给。',
  talk: '调解员先把打压试验的结论念给双方听，渗水点在户内接口，责任清楚。双方一起看了照片，逐项核对橱柜背板和墙面的修补价钱，物业做了参考报价。调解员说明相邻关系要有利生产、方便生活，双方各退一步：申请人不要求换整套橱柜，被申请人当场答应一周内修好管道。',
  outcome: '达成协议',
  result: '管道一周内修好；修补费用一千八百元分两次付清。',
}

export const AGREEMENT = {
  terms:
    '1. 马小军负责修复自家厨房下水管接口，修好后请陈晓雨到场查看。\n2. 马小军承担陈晓雨家墙面和橱柜背板的修补费用一千八百元，分两次支付。\n3. 陈晓雨同意维修时配合进入厨房检查。',
  manner: '管道由马小军请人修复；款项微信转账，收款后在系统内确认',
  upkeep: '今后两家发现渗水，先互相打个招呼，二十四小时内一起查看。',
}
export const REPAIR = '修好厨房下水管接口，不再渗水，请对方到场查看'
export const COSTS = '墙面和橱柜背板的修补费用'
export const COSTS_CENTS = [100_000, 80_000] as const
export const JUDICIAL_FACTS = '双方因厨房下水管渗水发生纠纷，经调解自愿达成协议：一方修复管道并分两次支付修补费用一千八百元。'
export const COURT_NUMBER = '（2026）云麓民特第37号'

export const CLAIMS = ['师傅昨天换了接口，试了一天水没有再漏。', '第一笔已经转了，请查收。', '第二笔也转了，谢谢您等我。']
export const CONFIRMED = '收到了，没有问题。'
export const RESOLVED = '管道已经修好，两笔修补费用都已付清，双方确认。'
export const THANKS = '从头到尾都有人管，说到的都做到了。'

export const VISITS = [
  { method: 'phone', result: 'kept', note: '电话回访双方：接口没有再渗水，款项已付清，墙面正在晾干，准备重新刷。' },
  { method: 'visit', result: 'kept', note: '上门查看：墙面已经重新刷过，橱柜背板换好，两家见面打招呼。' },
] as const
export const VISIT_ANSWER = '都做到了，没有再漏。'
