import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Page } from '@/components/page'
import { useApp } from '@/lib/store'
import { useWide } from '@/lib/wide'
import { Rail } from './rail'
import '../workbench.css'

interface Props {
  title: string
  active: 'messages' | 'me'
  children: ReactNode
}

/** Whether the staff's rail stands at the left, instead of the tab bar below. */
export const useRailed = (): boolean => {
  const staff = useApp(({ hat }) => hat === 'staff')
  return useWide() && staff && process.env.TARO_ENV === 'h5'
}

/** A tab that all roles share; the staff see it beside the rail on a wide window. */
export const RootPage = ({ title, active, children }: Props) => {
  if (!useRailed()) {
    return (
      <Page title={title} root>
        {children}
      </Page>
    )
  }
  return (
    <Page title={title} root wide head={<View />}>
      <View className="w-desk">
        <Rail active={active} />
        <View className="w-main lines">
          <View className="h-title" role="heading" aria-level={1}>
            <Text>{title}</Text>
          </View>
          {children}
        </View>
      </View>
    </Page>
  )
}
