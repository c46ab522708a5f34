import {
  Articles,
  Ask,
  Clock,
  Comment,
  Edit,
  List,
  Location,
  Message,
  Notice,
  Order,
  Service,
  Setting,
  User,
} from '@nutui/icons-react-taro'
import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { pressable } from '@/components/pressable'
import { open, openTab } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { texts as watchTexts } from '../centre/watch-texts'
import { texts } from '../texts'
import { openSection, type Section, useViews } from '../views'

const showTabBar = (shown: boolean): void => {
  if (process.env.TARO_ENV === 'h5') document.documentElement.classList.toggle('w-railed', !shown)
}

/** The rail stands in for the tab bar as long as it is on the screen. */
const useInsteadOfTabBar = (): void => {
  useEffect(() => {
    showTabBar(false)
    return () => showTabBar(true)
  }, [])
  useDidShow(() => showTabBar(false))
  useDidHide(() => showTabBar(true))
}

interface ItemProps {
  name: string
  icon: ReactNode
  on: boolean
  /** How much is new there. */
  count?: number
  onPress: () => void
}

const Item = ({ name, icon, on, count = 0, onPress }: ItemProps) => (
  <View className={`w-rail-item ${on ? 'on' : ''}`} {...pressable(onPress, { role: 'tab', on })}>
    {icon}
    <Text>{name}</Text>
    {count > 0 ? <Text className="w-rail-count">{texts.railNew(count)}</Text> : null}
  </View>
)

/** The workbench's ways, at the left of a wide window. */
export const Rail = ({ active }: { active: Section | 'calendar' | 'messages' | 'me' }) => {
  useInsteadOfTabBar()
  const views = useViews()
  const unread = useCall('unread.get', {})
  const color = (on: boolean) => (on ? '#155041' : '#56605A')
  const lists: { key: Section; name: string; shown: boolean; Icon: typeof List }[] = [
    { key: 'inbox', name: texts.railCases, shown: true, Icon: List },
    { key: 'handled', name: texts.handledLink, shown: views.handled, Icon: Order },
    { key: 'region', name: texts.railRegion, shown: views.region, Icon: Location },
    { key: 'centre', name: texts.railCentre, shown: views.centre, Icon: Ask },
    { key: 'lights', name: watchTexts.railLights, shown: views.lights, Icon: Order },
    { key: 'supervisions', name: watchTexts.supervisionsTitle, shown: views.supervisions, Icon: Notice },
    { key: 'followUps', name: texts.railFollowUps, shown: views.followUps, Icon: Service },
    { key: 'tasks', name: texts.railTasks, shown: views.tasks, Icon: Comment },
  ]
  return (
    <View className="w-rail" role="tablist" aria-label={texts.railLabel}>
      <View className="h-seal" aria-hidden>
        <Text>商</Text>
      </View>
      {lists
        .filter(({ shown }) => shown)
        .map(({ key, name, Icon }) => (
          <Item
            key={key}
            name={name}
            on={active === key}
            icon={<Icon size={22} color={color(active === key)} />}
            onPress={() => openSection(key, true)}
          />
        ))}
      <Item
        name={texts.railCalendar}
        on={active === 'calendar'}
        icon={<Clock size={22} color={color(active === 'calendar')} />}
        onPress={() => openTab('cases')}
      />
      {views.tools ? (
        <Item
          name={watchTexts.railTools}
          on={active === 'tools'}
          icon={<Setting size={22} color={color(active === 'tools')} />}
          onPress={() => openSection('tools', true)}
        />
      ) : null}
      {views.briefs ? (
        <Item name={texts.briefsLink} on={false} icon={<Articles size={22} color={color(false)} />} onPress={() => open('briefs')} />
      ) : null}
      {views.topics ? (
        <Item
          name={texts.railTopics}
          on={false}
          icon={<Comment size={22} color={color(false)} />}
          onPress={() => open('topics', { view: 'work' })}
        />
      ) : null}
      {views.file ? (
        <Item name={texts.railFile} on={false} icon={<Edit size={22} color={color(false)} />} onPress={() => open('fileCase')} />
      ) : null}
      <Item
        name={texts.railMessages}
        on={active === 'messages'}
        count={unread.data ? unread.data.notifications + unread.data.messages : 0}
        icon={<Message size={22} color={color(active === 'messages')} />}
        onPress={() => openTab('messages')}
      />
      <Item
        name={texts.railMe}
        on={active === 'me'}
        icon={<User size={22} color={color(active === 'me')} />}
        onPress={() => openTab('me')}
      />
    </View>
  )
}
