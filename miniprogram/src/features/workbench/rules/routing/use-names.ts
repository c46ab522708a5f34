import type { RoutingRule } from '@shared/dispatch/routing'
import { useQueries } from '@tanstack/react-query'
import { useCall } from '@/lib/query'
import { call } from '@/lib/request'
import type { Names } from './rule-words'

/** The names of the organisations that work for a region, and of the regions that rules speak of. */
export const useNames = (regionCode: string, rules: readonly RoutingRule[]): Names => {
  const organisations = useCall('organisations.list', { query: { regionCode } }, { staleTime: 600_000 })
  const codes = [...new Set(rules.flatMap(({ when }) => when.regionCodes))]
  const places = useQueries({
    queries: codes.map((code) => ({
      queryKey: ['regions.list', { query: { code } }],
      queryFn: () => call('regions.list', { query: { code } }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  return {
    organisations: new Map((organisations.data?.items ?? []).map(({ id, name }) => [id, name])),
    regions: new Map(
      places.flatMap(({ data }, at) => {
        const code = codes[at] ?? ''
        const found = data?.items.find((region) => region.code === code)
        return found ? [[code, found.name] as const] : []
      }),
    ),
  }
}
