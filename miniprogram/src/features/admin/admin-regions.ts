import type { Place } from '@/components/region-sheet'
import { useApp } from '@/lib/store'

/** The regions that the administrator looks after. */
export const useAdminRegions = (): Place[] => {
  const roles = useApp((state) => state.me)?.roles ?? []
  return roles.filter(({ role }) => role === 'admin').map(({ regionCode, regionName }) => ({ code: regionCode, name: regionName }))
}
