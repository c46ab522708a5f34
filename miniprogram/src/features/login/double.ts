import { ROLES, type Role } from '@shared/identity/schemas'
import Taro from '@tarojs/taro'

/** Somebody of the demo city, as the double of WeChat lists them. */
export interface DemoPerson {
  openid: string
  name: string
  roles: { role: string }[]
}

const ask = async (method: 'GET' | 'POST', path: string, data?: object): Promise<unknown> => {
  const response = await Taro.request<unknown>({ url: path, method, header: { 'Content-Type': 'application/json' }, data: data ?? {} })
  return response.statusCode < 300 ? response.data : null
}

/** The people to choose from; null where there is no double, as in every real installation. */
export const demoPeople = async (): Promise<DemoPerson[] | null> => {
  const answer = (await ask('GET', '/double/people').catch(() => null)) as { items?: DemoPerson[] } | null
  return Array.isArray(answer?.items) ? answer.items : null
}

/** A login code of one of them, as WeChat would give it to the person's telephone. */
export const demoCode = async (openid: string): Promise<string> => {
  const answer = (await ask('POST', '/double/codes', { openid })) as { code?: string } | null
  if (!answer?.code) throw new Error('no code')
  return answer.code
}

const roleOf = ({ roles }: DemoPerson): Role =>
  ROLES.find((role) => roles.some((grant) => grant.role === role && role !== 'resident')) ?? 'resident'

/** By role, in the order of the roles; a person appears once. */
export const byRole = (people: readonly DemoPerson[]): { role: Role; people: DemoPerson[] }[] =>
  ROLES.map((role) => ({ role, people: people.filter((person) => roleOf(person) === role) })).filter((group) => group.people.length > 0)
