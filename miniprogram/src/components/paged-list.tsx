import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Button } from './button'
import { ErrorState, Loading } from './states'
import { texts } from './texts'

interface Pages {
  isPending: boolean
  isError: boolean
  error: unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  refetch: () => unknown
  fetchNextPage: () => unknown
}

/** A list that loads on as one scrolls, with a button for those who do not. */
export const PagedList = ({ pages, empty, count, children }: { pages: Pages; empty: ReactNode; count: number; children: ReactNode }) => {
  const more = () => {
    if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
  }
  useReachBottom(more)
  if (pages.isPending) return <Loading />
  if (pages.isError && count === 0) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  if (count === 0) return <>{empty}</>
  return (
    <View className="h-col">
      {children}
      {pages.hasNextPage ? (
        <Button look="ghost" busy={pages.isFetchingNextPage} onPress={more}>
          {texts.more}
        </Button>
      ) : null}
    </View>
  )
}
