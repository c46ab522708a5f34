import { CITY, codeOf } from './regions'

/** One topic of the demo: its words, and how many days before now each step came. */
export interface TopicWords {
  title: string
  text: string
  regionCode: string
  category?: string
  /** Short names of the cast. */
  by: string
  lead?: string
  supporters: number
  background?: string
  meeting?: { place: string; places: number; minutes: number }
  minutes?: string
  opinion?: string
  tasks?: { department: string; text: string; answer?: string; done?: boolean }[]
  summary?: string
  days: Partial<
    Record<
      'propose' | 'support' | 'choose' | 'openCall' | 'schedule' | 'meet' | 'conclude' | 'passOn' | 'due' | 'answer' | 'report',
      number
    >
  >
}

/** Lived to its judged result. */
export const LAMPS: TopicWords = {
  title: '河滨步道的路灯怎么装、亮到几点',
  text: '吃过晚饭去河边走路的人多，步道有一段没有灯，台阶看不清。可是灯太亮，住一楼的又睡不好。想请大家商量装在哪里、亮到几点。',
  regionCode: codeOf(1),
  category: 'utility.lamp',
  by: 'wang-xiulan',
  lead: 'song-yiming',
  supporters: 24,
  background:
    '步道全长一千六百米，其中南段四百米没有路灯。原有灯具晚上十点半关。沿线有三栋住宅离步道不到二十米。装灯的费用有两种方案，差别在灯杆高矮和是否分时段调光。',
  meeting: { place: '云麓区政协委员之家', places: 20, minutes: 120 },
  minutes:
    '到会的有沿线居民、晨跑的、夜里下班的，城管局来人介绍了两种灯。多数人要亮，但都认为不该照进屋里。有人提出在台阶处装矮灯，大家认可。',
  opinion:
    '一、南段四百米补装路灯，台阶和拐弯处优先。二、靠近住宅的一段用矮灯，灯光朝下。三、晚上十点以后调暗一半，不全关。四、装好后试两个月，再听一次意见。',
  tasks: [
    {
      department: 'cheng-jie',
      text: '南段补装路灯，台阶处装矮灯，夜里十点后调暗',
      answer: '南段装了十八盏，其中台阶和拐弯处七盏是矮灯，灯光朝下。晚上十点后自动调到一半。靠近住宅的两盏又加了挡光板。',
      done: true,
    },
    {
      department: 'fang-zheng',
      text: '查一查沿线一楼住户的遮光问题',
      answer: '走访了二十六户，四户反映仍有光，已和城管局一起调了灯的角度。',
      done: true,
    },
  ],
  summary: '路灯已经装好亮了，夜里十点后调暗。一楼住户反映的四处都调过。试用两个月后会再听一次意见。',
  days: {
    propose: 74,
    support: 70,
    choose: 64,
    openCall: 62,
    schedule: 56,
    meet: 48,
    conclude: 46,
    passOn: 45,
    due: 24,
    answer: 30,
    report: 27,
  },
}

/** Open: two groups of neighbours think differently about it. */
export const COURTYARD: TopicWords = {
  title: '老院子的车位不够，怎么停才公平',
  text: '院里一百二十户，车位只有四十来个。有的人家两辆车，有的老人没有车只想有个能坐的地方。天天为车位吵，想请大家定个规矩。',
  regionCode: codeOf(1, 2),
  category: 'property.parking',
  by: 'song-yiming',
  lead: 'song-yiming',
  supporters: 9,
  background:
    '院子建成二十多年，没有地下车库。去年登记的车有七十三辆。花坛和晾衣场占地约三百平方米。附近的农贸市场晚上七点以后有空位，步行六分钟。',
  meeting: { place: '桂花街道圆桌议事厅', places: 12, minutes: 90 },
  days: { propose: 24, support: 22, choose: 21, openCall: 19, schedule: 8, meet: -5 },
}

/** What people can agree with or not, and how the two groups answer: drivers (first) and those who want the yard (second). */
export const STATEMENTS: readonly { text: string; groups: readonly [number, number] }[] = [
  { text: '消防通道任何时候都不许停车', groups: [0.95, 0.97] },
  { text: '外来车辆晚上七点以后不能进院', groups: [0.85, 0.88] },
  { text: '把一部分花坛改成车位', groups: [0.9, 0.08] },
  { text: '晾衣场要留着，不能停车', groups: [0.15, 0.92] },
  { text: '一户第二辆车应该多交钱', groups: [0.25, 0.85] },
  { text: '车位先到先得，不要固定', groups: [0.8, 0.2] },
  { text: '和农贸市场谈夜间借用车位', groups: [0.88, 0.8] },
  { text: '院里要给老人留两张长椅的地方', groups: [0.5, 0.96] },
  { text: '交的停车费应当公布用在哪里', groups: [0.92, 0.94] },
  { text: '电动车充电棚比车位更要紧', groups: [0.1, 0.75] },
]

/** Still looks for supporters. */
export const FEASTS: TopicWords = {
  title: '红白喜事办多少桌，村里能不能定个标准',
  text: '这几年酒席越办越大，随礼也跟着涨，年轻人一年要送出去好几个月的工资。想请大家一起商量一个合适的标准，写进村规民约。',
  regionCode: codeOf(2, 1),
  by: 'liu-guifang',
  supporters: 14,
  days: { propose: 7, support: 5 },
}

/** Waits for a department. */
export const CANALS: TopicWords = {
  title: '灌溉渠道淤了，清淤轮到谁、钱怎么出',
  text: '几条支渠连着三个村，中间一段谁都不清，上游放水下游接不到。建议几个村一起定个轮流的办法。',
  regionCode: codeOf(2),
  category: 'utility.water',
  by: 'shen-huiwen',
  lead: 'shen-huiwen',
  supporters: 11,
  background: '支渠共四条，淤得最厉害的一段约八百米，在石桥镇和双河镇交界处。上一次大清淤是六年前。',
  meeting: { place: '石桥镇便民服务中心', places: 25, minutes: 120 },
  minutes: '三个村的村民小组长和用水户到会。大家同意按受益的田亩数出工，交界那段请县里统一清一次。',
  opinion: '一、交界处八百米由县里统一清淤一次。二、以后每年冬天按田亩数出工，由三个村轮流牵头。三、渠边立牌子写明谁管哪一段。',
  tasks: [{ department: 'jin-shuihe', text: '交界处八百米统一清淤一次，并立分段管护的牌子' }],
  days: { propose: 44, support: 41, choose: 39, openCall: 37, schedule: 32, meet: 24, conclude: 22, passOn: 21, due: -9 },
}

/** Was chosen a few days ago; its background is being written. */
export const SCHOOL: TopicWords = {
  title: '学校门口接送时段，车和人怎么分开走',
  text: '早晚接送时校门口车挤人、人挤车，执勤的老师站在路中间。建议把接送点、等候区和公交站重新排一排。',
  regionCode: CITY,
  category: 'traffic.other',
  by: 'dong-zhiyuan',
  lead: 'song-yiming',
  supporters: 3,
  days: { propose: 6, support: 5, choose: 4 },
}

/** What those say who judge the lamps, best first. */
export const JUDGED = [5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 3, 5, 4, 5, 2] as const
