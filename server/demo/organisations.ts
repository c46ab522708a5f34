import { seedOrganisation } from '@server/modules/identity'
import { childrenOf, insertVenue } from '@server/modules/regions'
import type { OrganisationKind } from '@shared/identity/schemas'
import { CITY, codeOf } from './regions'

/** Organisations besides the committees of the townships, by a name that the other parts of the demo use. */
const ORGANISATIONS = {
  cityCentre: ['centre', '和安市综治中心', CITY],
  centre1: ['centre', '云麓区综治中心', codeOf(1)],
  centre2: ['centre', '青溪县综治中心', codeOf(2)],
  centre3: ['centre', '鹭洲县综治中心', codeOf(3)],
  cppcc: ['cppcc', '和安市政协', CITY],
  cppcc2: ['cppcc', '青溪县政协', codeOf(2)],
  zhouStudio: ['studio', '老周调解工作室', codeOf(1, 1)],
  wuStudio: ['studio', '秀英调解工作室', codeOf(2, 1)],
  leiStudio: ['studio', '老兵雷叔工作室', codeOf(3, 1)],
  environment: ['department', '和安市生态环境局', CITY],
  labour: ['department', '和安市人力资源和社会保障局', CITY],
  transport: ['department', '和安市交通运输局', CITY],
  management: ['department', '云麓区城市管理局', codeOf(1)],
  housing: ['department', '云麓区住房和城乡建设局', codeOf(1)],
  water: ['department', '青溪县水利局', codeOf(2)],
  land: ['department', '青溪县自然资源和规划局', codeOf(2)],
  farming: ['department', '鹭洲县农业农村局', codeOf(3)],
} as const satisfies Record<string, readonly [OrganisationKind, string, string]>
export type OrganisationKey = keyof typeof ORGANISATIONS

const townshipsOfCity = () => childrenOf(CITY).flatMap((county) => childrenOf(county._id))

/** Stores the organisations; answers their ids, those of the committees by the code of the township. */
export const fillOrganisations = async (): Promise<Map<string, string>> => {
  const named = Object.entries(ORGANISATIONS).map(([key, [kind, name, regionCode]]) => ({ key, kind, name, regionCode }))
  const committees = townshipsOfCity().map(({ _id, name }) => ({
    key: _id,
    kind: 'committee' as const,
    name: `${name}人民调解委员会`,
    regionCode: _id,
  }))
  const all = [...named, ...committees]
  const ids = await Promise.all(all.map(({ key: _, ...organisation }) => seedOrganisation(organisation)))
  return new Map(all.map(({ key }, index) => [key, ids[index] as string]))
}

const ROOMS = [
  ['和为贵调解室', 10],
  ['暖心谈话室', 6],
  ['圆桌议事室', 16],
] as const

/** A place to meet in each township, and one in each centre. */
export const fillVenues = async (point: (grid: string, index?: number) => [number, number]): Promise<void> => {
  const townships = townshipsOfCity().map(({ _id, name }, index) => ({
    name: `${name}矛盾纠纷调处中心`,
    address: `${name}便民服务中心一楼`,
    regionCode: _id,
    accessible: index % 3 !== 2,
    rooms: ROOMS.slice(0, 2 + (index % 2)).map(([room, seats]) => ({ name: room, seats })),
    location: { type: 'Point' as const, coordinates: point(`${_id}001001`, 7) },
  }))
  const centres = childrenOf(CITY).map(({ _id, name }) => ({
    name: `${name}综治中心`,
    address: `${name}政务服务大厅二楼`,
    regionCode: _id,
    accessible: true,
    rooms: ROOMS.map(([room, seats]) => ({ name: room, seats: seats + 4 })),
    location: { type: 'Point' as const, coordinates: point(`${_id}001001002`, 8) },
  }))
  for (const venue of [...townships, ...centres]) await insertVenue(venue)
}
