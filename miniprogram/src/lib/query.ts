import type { EndpointName } from '@shared/endpoints'
import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { isPassing } from './problem'
import { type CallOptions, call, type Output } from './request'

/** `always`: WeChat gives react-query no sign of whether there is a network. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (count, error) => isPassing(error) && count < 2,
      retryDelay: (count) => 800 * 2 ** count,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** A page is shown for the first time within this; nobody comes back to one sooner. */
const OPENING_MS = 500

/** Refetches whenever the page is shown again, as coming back from another page usually means that something changed. */
const useRefetchOnShow = (refetch: () => unknown): void => {
  // What was not yet there when the page was first shown gets no sign of that showing.
  const opened = useRef(Date.now())
  useDidShow(() => {
    if (Date.now() - opened.current > OPENING_MS) void refetch()
  })
}

/** Reads one endpoint; the key is its name and options, so that a change of either loads anew. */
export const useCall = <N extends EndpointName>(
  name: N,
  options: CallOptions<N>,
  settings: { enabled?: boolean; refetchInterval?: number; staleTime?: number; keep?: boolean } = {},
) => {
  const { keep, ...rest } = settings
  const query = useQuery<Output<N>>({
    queryKey: [name, options],
    queryFn: () => call(name, options),
    ...rest,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  })
  useRefetchOnShow(() => (settings.enabled === false ? undefined : query.refetch()))
  return query
}

type ListName = { [N in EndpointName]: Output<N> extends { items: unknown[]; nextCursor: string | null } ? N : never }[EndpointName]

/** Reads a list page by page; `items` holds what has come so far. */
export const usePages = <N extends ListName>(
  name: N,
  options: CallOptions<N>,
  settings: { enabled?: boolean; refetchInterval?: number } = {},
) => {
  const loose = options as { query?: Record<string, unknown> }
  const query = useInfiniteQuery({
    queryKey: [name, options, 'pages'],
    queryFn: ({ pageParam }) =>
      call(name, { ...options, query: { ...loose.query, ...(pageParam ? { cursor: pageParam } : {}) } } as CallOptions<N>),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last as { nextCursor: string | null }).nextCursor,
    ...settings,
  })
  useRefetchOnShow(() => (settings.enabled === false ? undefined : query.refetch()))
  type Item = Output<N> extends { items: (infer I)[] } ? I : never
  const items = (query.data?.pages ?? []).flatMap((page) => (page as unknown as { items: Item[] }).items)
  return { ...query, items }
}

/** Marks everything read from these endpoints as old; what is on a screen loads anew. */
export const invalidate = (...names: EndpointName[]): Promise<unknown> =>
  Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: [name] })))
