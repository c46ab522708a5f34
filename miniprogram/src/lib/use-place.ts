import { chainOf } from '@shared/regions/schemas'
import { useQuery } from '@tanstack/react-query'
import { call } from './request'

/** The name of a region; neighbours are asked for together, so that a list of cases makes few calls. */
export const usePlace = (code: string): string => {
  const parent = chainOf(code)[1]
  const query = parent ? { parent } : {}
  const { data } = useQuery({
    queryKey: ['regions.list', { query }],
    queryFn: () => call('regions.list', { query }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data?.items.find((region) => region.code === code)?.name ?? ''
}
