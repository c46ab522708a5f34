import { ConfigProvider } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useNetwork } from '@/lib/network'
import { useApp } from '@/lib/store'
import { NavBar } from './nav-bar'
import { PrivacySheet } from './privacy-sheet'
import { texts } from './texts'
import { theme } from './theme'

interface Props {
  title: string
  children: ReactNode
  /** A tab page: no way back. */
  root?: boolean
  /** Beside the title. */
  right?: ReactNode
  /** Buttons that stay at the bottom. */
  footer?: ReactNode
  /** How many rows of buttons `footer` stacks up. */
  footerRows?: 1 | 2
  /** Draws its own head instead of the title line. */
  head?: ReactNode
  /** Uses the whole window (staff screens on a wide browser) instead of a telephone's width. */
  wide?: boolean
  /** What is written here goes out by itself when the network returns. */
  sendsLater?: boolean
  /** A page that lays itself out in its own way. */
  className?: string
  onBack?: () => void
}

/** How much bigger than usual the person has set type in WeChat. */
const fontScale = (): number => {
  if (process.env.TARO_ENV !== 'weapp') return 1
  const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }
  return Math.min(1.6, Math.max(1, info.fontSizeScaleFactor ?? 1))
}

const OfflineBanner = ({ sends }: { sends: boolean }) => {
  const online = useNetwork((state) => state.online)
  return online ? null : (
    <View className="h-banner" role="status">
      <Text>{sends ? texts.offlineSubmit : texts.offline}</Text>
    </View>
  )
}

/** Every page's frame: paper, type, care mode, title, the bottom buttons, WeChat's privacy question. */
export const Page = ({
  title,
  children,
  root = false,
  right,
  footer,
  footerRows = 1,
  head,
  wide = false,
  sendsLater = false,
  className = '',
  onBack,
}: Props) => {
  const care = useApp((state) => state.care)
  const setTitle = () => void Taro.setNavigationBarTitle({ title })
  useEffect(setTitle, [title])
  useDidShow(setTitle)
  const classes = [
    'h-page',
    care ? 'care' : '',
    wide ? 'wide' : 'narrow',
    footer ? 'footed' : '',
    footer && footerRows === 2 ? 'footed-2' : '',
    className,
  ]
  const scale = { '--fs': String(fontScale()) } as Record<string, string>
  return (
    <ConfigProvider theme={theme ?? {}}>
      <View className={classes.filter(Boolean).join(' ')} style={scale} role="main">
        {head ?? <NavBar title={title} root={root} right={right} onBack={onBack} />}
        <OfflineBanner sends={sendsLater} />
        <View className="h-body">{children}</View>
        {footer ? <View className="h-foot">{footer}</View> : null}
        <PrivacySheet />
      </View>
    </ConfigProvider>
  )
}
