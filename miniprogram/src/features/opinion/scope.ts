import { create } from 'zustand'
import { useApp } from '@/lib/store'

export const SPANS = [4, 12, 26, 52] as const

interface Scope {
  /** null: the first region of the member's roles. */
  region: { code: string; name: string } | null
  weeks: number
  category: { code: string; name: string } | null
}

/** Where, how long and about what: the same for numbers and wording. */
export const useScope = create<Scope>(() => ({ region: null, weeks: 12, category: null }))

/** The regions of which the member may see the numbers. */
export const useMemberRegions = (): { code: string; name: string }[] => {
  const roles = useApp((state) => state.me)?.roles ?? []
  const own = roles.filter(({ role }) => role === 'cppccMember' || role === 'cppccOffice')
  return own.map(({ regionCode, regionName }) => ({ code: regionCode, name: regionName }))
}

/** What the calls take. */
export const useScopeQuery = (): { regionCode?: string; weeks: number } => {
  const { region, weeks } = useScope()
  return { weeks, ...(region ? { regionCode: region.code } : {}) }
}
