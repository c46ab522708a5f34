import type { RoleGrant, StaffRole } from '@shared/identity/schemas'
import { chainOf, isWithin } from '@shared/regions/schemas'
import { type Account, AccountModel } from '../account.model'
import { type Organisation, organisationById } from './organisations'
import { personNames } from './person-names'

export interface StaffPerson {
  personId: string
  name: string
  roles: RoleGrant[]
}

const MOST = 500
type Row = Pick<Account, 'personId' | 'roles'>
const COLUMNS = { personId: 1, roles: 1 } as const

const toStaff = async (rows: Row[]): Promise<StaffPerson[]> => {
  const names = await personNames(rows.map(({ personId }) => personId))
  return rows.map(({ personId, roles }) => ({ personId, name: names.get(personId) ?? '', roles }))
}

/** People whose role covers a region, the nearest level first. At most 500. */
export const staffOf = async (options: { role: StaffRole; regionCode: string }): Promise<StaffPerson[]> => {
  const { role, regionCode } = options
  const rows = await AccountModel.find({ roles: { $elemMatch: { role, regionCode: { $in: chainOf(regionCode) } } } }, COLUMNS)
    .limit(MOST)
    .lean<Row[]>()
  const level = (row: Row) =>
    Math.max(...row.roles.filter((grant) => grant.role === role && isWithin(regionCode, grant.regionCode)).map((g) => g.regionCode.length))
  return toStaff(rows.sort((one, other) => level(other) - level(one) || one.personId.localeCompare(other.personId)))
}

/** People who act for an organisation. At most 500. */
export const staffInOrganisation = async (organisationId: string): Promise<StaffPerson[]> =>
  toStaff(await AccountModel.find({ 'roles.organisationId': organisationId }, COLUMNS).limit(MOST).lean<Row[]>())

/** Whether a person holds a role whose region covers another. */
export const personHolds = async (options: { personId: string; role: StaffRole; regionCode: string }): Promise<boolean> => {
  const { personId, role, regionCode } = options
  const account = await AccountModel.findOne({ personId }, { roles: 1 }).lean<Row>()
  return account?.roles.some((grant) => grant.role === role && isWithin(regionCode, grant.regionCode)) ?? false
}

/** Roles that handle cases. */
const HANDLING: readonly StaffRole[] = ['mediator', 'gridWorker', 'officer', 'dispatcher', 'department']

/** Those of some persons who handle cases anywhere. */
export const handlersAmong = async (personIds: string[]): Promise<string[]> => {
  if (personIds.length === 0) return []
  const rows = await AccountModel.find({ personId: { $in: personIds }, 'roles.role': { $in: HANDLING } }, COLUMNS).lean<Row[]>()
  return rows.map(({ personId }) => personId)
}

/** The organisation for which a person holds a role that covers a region; undefined for who acts for none. */
export const organisationFor = async (options: {
  personId: string
  role: StaffRole
  regionCode: string
}): Promise<Organisation | undefined> => {
  const { personId, role, regionCode } = options
  const account = await AccountModel.findOne({ personId }, { roles: 1 }).lean<Row>()
  const grant = account?.roles.find((one) => one.role === role && one.organisationId && isWithin(regionCode, one.regionCode))
  return grant?.organisationId ? organisationById(grant.organisationId) : undefined
}

/** Where people are reached in WeChat, by person id; only of those who have an account. */
export const openidsOf = async (personIds: string[]): Promise<Map<string, string>> => {
  const rows = await AccountModel.find({ personId: { $in: personIds } }, { personId: 1, openid: 1 }).lean<Account[]>()
  return new Map(rows.map(({ personId, openid }) => [personId, openid]))
}
