import type { Way } from './way'

const at =
  (office: string) =>
  ({ county }: { county: string | null }): string =>
    `${county ?? '当地'}${office}`

/** Ways for certain kinds of disputes: arbitration, and the authorities of a trade. Checked against the laws that each names. */
export const TRADE_WAYS: readonly Way[] = [
  {
    code: 'labourArbitration',
    name: '申请劳动仲裁',
    categories: ['labour'],
    where: at('劳动人事争议仲裁委员会'),
    what: '工资、解除合同、工伤待遇这类争议，一般要先仲裁，对裁决不服才去法院。仲裁不收费。',
    until: '一年内，从知道权利受损那天算起；还在职时被拖欠的工资不受一年限制，离职的，从离职那天起一年内提出。',
    law: '《劳动争议调解仲裁法》第五条、第二十七条、第五十三条',
  },
  {
    code: 'labourInspection',
    name: '向劳动保障监察投诉',
    categories: ['labour.wage', 'labour.insurance'],
    where: at('人力资源和社会保障局，电话 12333'),
    what: '单位拖欠工资、不缴社会保险的，由劳动保障监察机构查处。',
    until: '两年内，从违法行为发生那天算起；一直持续的，从结束那天算起。',
    law: '《劳动保障监察条例》第二十条',
  },
  {
    code: 'workInjury',
    name: '申请工伤认定',
    categories: ['labour.injury'],
    where: at('人力资源和社会保障局'),
    what: '单位没有去申请的，受伤的人、近亲属或者工会可以自己申请。先认定，再谈工伤待遇。',
    until: '一年内，从事故发生或者确诊职业病那天算起。',
    law: '《工伤保险条例》第十七条',
  },
  {
    code: 'landArbitration',
    name: '申请农村土地承包仲裁',
    categories: ['land.contract'],
    where: at('农村土地承包仲裁委员会（设在农业农村部门）'),
    what: '承包、流转土地的争议，可以仲裁，也可以直接去法院。仲裁不收费；对裁决不服的，收到裁决书三十日内起诉。',
    until: '两年内，从知道权利受损那天算起。',
    law: '《农村土地承包经营纠纷调解仲裁法》第四条、第十八条、第四十八条、第五十二条',
  },
  {
    code: 'consumerComplaint',
    name: '向 12315 投诉',
    categories: ['consumer'],
    where: at('市场监督管理局，电话 12315，也可以找消费者协会'),
    what: '商家不退不换、质量有问题、预付卡退不了的，可以投诉，也可以请消费者协会调解。',
    until: '越早越好；知道权益受损超过三年的，一般不再受理。',
    law: '《消费者权益保护法》第三十九条',
  },
  {
    code: 'healthAuthority',
    name: '申请卫生健康部门调解',
    categories: ['medical.dispute', 'medical.other'],
    where: at('卫生健康局（医疗机构所在地）'),
    what: '双方都同意时，可以申请行政调解。',
    until: '越早越好；法院已经受理，或者人民调解还没有结束的，不受理。',
    law: '《医疗纠纷预防和处理条例》第二十二条',
  },
  {
    code: 'trafficPolice',
    name: '请公安交通管理部门调解',
    categories: ['traffic.accident'],
    where: at('公安局交通管理部门'),
    what: '双方一致同意的，可以再请交警调解赔偿；也可以直接去法院。',
    until: '人民调解终止那天起三日内，双方一起书面申请。',
    law: '《道路交通安全法》第七十四条、《道路交通事故处理程序规定》',
  },
  {
    code: 'housingAuthority',
    name: '向物业主管部门投诉',
    categories: ['property'],
    where: at('住房和城乡建设部门，也可以找街道办事处、乡镇人民政府'),
    what: '对物业收费、服务、公共收益有意见的，可以投诉，由主管部门核实处理。',
    until: '没有固定期限，越早越好。',
    law: '《物业管理条例》',
  },
  {
    code: 'arbitration',
    name: '按合同申请仲裁',
    categories: ['contract', 'house.rent', 'house.sale', 'house.renovation', 'consumer'],
    where: () => '合同里写明的仲裁委员会',
    what: '合同里写了仲裁条款，或者双方另外签了仲裁协议的，应当仲裁，不去法院；裁决一次为准。没有约定的，走不了这条路。',
    until: '一般与起诉的期限相同，三年。',
    law: '《仲裁法》、《民法典》第一百九十八条',
  },
  {
    code: 'paymentOrder',
    name: '向法院申请支付令',
    categories: ['contract.loan', 'contract.sale', 'contract.work', 'labour.wage'],
    where: ({ county }) => `${county ? `${county}人民法院` : '当地的基层人民法院'}（一般是欠钱一方住所地的法院）`,
    what: '欠多少钱清楚、已经到期、彼此没有别的债务纠纷的，可以申请。对方收到后十五日内不提异议又不还，可以申请强制执行；提了异议，就要起诉或者仲裁。',
    until: '与起诉的期限相同，越早越好。',
    law: '《民事诉讼法》（督促程序）',
  },
]
