import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Page } from './page'

interface Props {
  title: string
  list: ReactNode
  /** What was chosen from the list. */
  pane: ReactNode
}

/** A wide window of the staff: the list, and beside it what was chosen. */
export const Desk = ({ title, list, pane }: Props) => (
  <Page title={title} wide className="h-desk-page">
    <View className="h-desk">
      <View className="h-desk-list">{list}</View>
      <View className="h-desk-pane">{pane}</View>
    </View>
  </Page>
)
