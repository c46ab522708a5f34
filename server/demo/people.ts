import { seedDesk } from '@server/modules/dispatch'
import { seedAccount } from '@server/modules/identity'
import { saveWorkingPlan } from '@server/modules/mediation'
import type { Actor } from '@server/platform/actor'
import type { RoleGrant, StaffRole } from '@shared/identity/schemas'
import type { WorkingPlan } from '@shared/mediation/schemas'
import type { OrganisationKey } from './organisations'
import { CITY, codeOf } from './regions'

interface Grant {
  role: StaffRole
  regionCode: string
  /** An organisation's key, or the township whose committee it is. */
  organisation?: OrganisationKey | `${number}`
}
interface Person {
  id: string
  name: string
  grants?: Grant[]
  /** First-level categories that a mediator takes; all when missing. */
  categories?: string[]
  capacity?: number
}

const resident = (id: string, name: string): Person => ({ id, name })
const staff = (id: string, name: string, role: StaffRole, regionCode: string, organisation?: OrganisationKey): Person => ({
  id,
  name,
  grants: [{ role, regionCode, organisation }],
})
/** A mediator of a township's committee. */
const mediator = (id: string, name: string, township: string, more: Partial<Person> = {}): Person => ({
  id,
  name,
  grants: [{ role: 'mediator', regionCode: township, organisation: township as `${number}` }],
  capacity: 30,
  ...more,
})

const HOMES = ['house', 'land', 'village']
/** Everybody, those who have most to show first. */
export const PEOPLE: readonly Person[] = [
  resident('wang-xiulan', '王秀兰'),
  resident('li-jianguo', '李建国'),
  resident('chen-xiaoyu', '陈晓雨'),
  resident('liu-guifang', '刘桂芳'),
  resident('sun-haitao', '孙海涛'),
  resident('he-dashun', '何大顺'),
  resident('tang-lihua', '唐丽华'),
  resident('feng-zhiqiang', '冯志强'),
  resident('deng-yulan', '邓玉兰'),
  resident('ma-xiaojun', '马小军'),
  mediator('wu-xiuying', '吴秀英', codeOf(2, 1), {
    grants: [{ role: 'mediator', regionCode: codeOf(2, 1), organisation: 'wuStudio' }],
  }),
  mediator('zhou-mingli', '周明理', codeOf(1, 1), {
    grants: [{ role: 'mediator', regionCode: codeOf(1, 1), organisation: 'zhouStudio' }],
  }),
  mediator('zheng-guoan', '郑国安', codeOf(2, 1), { categories: HOMES }),
  mediator('he-ping', '贺平', codeOf(1, 1)),
  mediator('lin-shufen', '林淑芬', codeOf(1, 2)),
  mediator('xu-changqing', '许长青', codeOf(1, 3)),
  mediator('yuan-shan', '袁山', codeOf(1, 4)),
  mediator('shi-qiao', '石巧', codeOf(2, 2)),
  mediator('gao-hongbing', '高红兵', codeOf(2, 3)),
  mediator('zhu-lan', '竺兰', codeOf(2, 4)),
  mediator('lei-zhengang', '雷振岗', codeOf(3, 1), {
    grants: [{ role: 'mediator', regionCode: codeOf(3, 1), organisation: 'leiStudio' }],
  }),
  mediator('ou-yuezhen', '欧月珍', codeOf(3, 1)),
  mediator('mei-yong', '梅勇', codeOf(3, 2)),
  mediator('sha-cuiping', '沙翠萍', codeOf(3, 3)),
  mediator('feng-lin', '丰霖', codeOf(3, 4)),
  mediator('qian-heling', '钱合领', CITY, {
    grants: [{ role: 'mediator', regionCode: CITY, organisation: 'cityCentre' }],
    categories: ['labour', 'medical', 'consumer'],
  }),
  staff('yang-xiaohua', '杨小华', 'gridWorker', codeOf(2, 1)),
  staff('luo-jing', '罗静', 'gridWorker', codeOf(1, 1)),
  staff('hu-tianming', '胡天明', 'gridWorker', codeOf(3, 1)),
  staff('cai-weimin', '蔡为民', 'gridWorker', codeOf(1, 2)),
  staff('jiang-tao', '江涛', 'officer', codeOf(2, 1)),
  staff('du-lei', '杜磊', 'officer', codeOf(1, 1)),
  staff('fan-yaqin', '范雅琴', 'dispatcher', codeOf(2), 'centre2'),
  staff('su-wen', '苏文', 'dispatcher', codeOf(1), 'centre1'),
  staff('kong-lingyu', '孔令宇', 'dispatcher', codeOf(3), 'centre3'),
  staff('tao-ran', '陶然', 'dispatcher', CITY, 'cityCentre'),
  staff('jin-shuihe', '金水和', 'department', codeOf(2), 'water'),
  staff('tian-ye', '田野', 'department', codeOf(2), 'land'),
  staff('lu-qing', '陆清', 'department', CITY, 'environment'),
  staff('chang-tong', '常通', 'department', CITY, 'transport'),
  staff('cheng-jie', '程洁', 'department', codeOf(1), 'management'),
  staff('fang-zheng', '方正', 'department', codeOf(1), 'housing'),
  staff('bao-lao', '鲍兰', 'department', CITY, 'labour'),
  staff('miao-fengshou', '苗丰收', 'department', codeOf(3), 'farming'),
  staff('song-yiming', '宋一鸣', 'cppccMember', CITY, 'cppcc'),
  staff('shen-huiwen', '沈慧文', 'cppccMember', codeOf(2), 'cppcc2'),
  staff('dong-zhiyuan', '董致远', 'cppccOffice', CITY, 'cppcc'),
  staff('yan-kao', '严考', 'supervisor', CITY),
  staff('qiu-shi', '邱实', 'supervisor', codeOf(2)),
  staff('guan-li', '管理', 'admin', CITY),
  staff('dao-ru', '导入员', 'importer', CITY),
]

/** Somebody whom the double of WeChat can be asked to log in. */
export interface ToldPerson {
  openid: string
  name: string
  phone: string
  roles: RoleGrant[]
}
export interface Cast {
  told: ToldPerson[]
  /** By the short name of PEOPLE. */
  actors: Map<string, Actor>
  byPersonId: Map<string, Actor>
}

/** Numbers that nobody has: 199 0000 xxxx. */
const phoneOf = (index: number): string => `1990000${String(1001 + index * 37).padStart(4, '0')}`

const HALF_DAYS: WorkingPlan = {
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: weekday % 2 ? '08:30' : '14:30', to: weekday % 2 ? '11:30' : '17:30' })),
  sessionMinutes: 45,
  noticeHours: 12,
  daysOff: [],
  exceptions: [],
  bufferBefore: 0,
  bufferAfter: 15,
  horizonDays: 31,
}

const settle = async (person: Person, personId: string, roles: RoleGrant[], index: number): Promise<void> => {
  const desks = roles.filter((grant) => grant.role === 'mediator')
  const [first] = desks
  if (!first) return
  const { name, categories, capacity } = person
  const regionCodes = desks.map((grant) => grant.regionCode)
  await seedDesk({ personId, name, organisationId: first.organisationId, regionCodes, categories, capacity })
  if (index % 4 === 0) await saveWorkingPlan({ personId, plan: HALF_DAYS })
}

/** Gives everybody an account, and mediators their desks; `ids` are those of the organisations. */
export const fillPeople = async (ids: Map<string, string>): Promise<Cast> => {
  const entries = await Promise.all(
    PEOPLE.map(async (person, index) => {
      const roles = (person.grants ?? []).map(({ role, regionCode, organisation }) => ({
        role,
        regionCode,
        organisationId: (organisation && ids.get(organisation)) ?? null,
      }))
      const told: ToldPerson = { openid: `demo-${person.id}`, name: person.name, phone: phoneOf(index), roles }
      const { accountId, personId } = await seedAccount(told)
      await settle(person, personId, roles, index)
      const actor: Actor = { accountId, personId, name: person.name, sessionId: 'demo', roles }
      return { id: person.id, told, actor }
    }),
  )
  return {
    told: entries.map(({ told }) => told),
    actors: new Map(entries.map(({ id, actor }) => [id, actor])),
    byPersonId: new Map(entries.map(({ actor }) => [actor.personId, actor])),
  }
}
