import type { Role } from '@shared/identity/schemas'
import type { Place } from '@/components/region-sheet'
import { useApp } from '@/lib/store'

/** The regions in which the reader holds one of these roles, each once. */
export const useRegionsOf = (...wanted: Role[]): Place[] => {
  const roles = useApp((state) => state.me)?.roles ?? []
  const places = roles
    .filter(({ role }) => wanted.includes(role))
    .map(({ regionCode, regionName }) => ({ code: regionCode, name: regionName }))
  return places.filter(({ code }, at) => places.findIndex((each) => each.code === code) === at)
}
