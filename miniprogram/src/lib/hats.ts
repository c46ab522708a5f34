import type { Me, Role } from '@shared/identity/schemas'

/**
 * The role in which somebody uses the app just now. One inbox serves all staff roles, one page both CPPCC roles,
 * so there are few; a person with several switches in 我的.
 */
export const HATS = ['resident', 'staff', 'member', 'admin'] as const
export type Hat = (typeof HATS)[number]

const OF_ROLE: Partial<Record<Role, Hat>> = {
  mediator: 'staff',
  gridWorker: 'staff',
  officer: 'staff',
  dispatcher: 'staff',
  department: 'staff',
  supervisor: 'staff',
  cppccMember: 'member',
  cppccOffice: 'member',
  admin: 'admin',
}

export const HAT_NAMES: Record<Hat, string> = { resident: '居民', staff: '工作人员', member: '政协委员', admin: '管理员' }

/** The hats that a person may wear; everybody may be a resident. */
export const hatsOf = (me: Me | null): Hat[] => {
  const worn = new Set<Hat>(['resident'])
  for (const { role } of me?.roles ?? []) {
    const hat = OF_ROLE[role]
    if (hat) worn.add(hat)
  }
  return HATS.filter((hat) => worn.has(hat))
}

/** The hat to wear: the remembered one if still allowed, else the first that the roles bring. */
export const hatFor = (me: Me | null, remembered: Hat | null): Hat => {
  const hats = hatsOf(me)
  if (remembered && hats.includes(remembered)) return remembered
  return hats[1] ?? 'resident'
}
