import { Text, View } from '@tarojs/components'
import { Page } from '@/components/page'
import { useWide } from '@/lib/wide'
import { Sessions } from './calendar/sessions'
import { PlanSummary } from './calendar/summary'
import { texts } from './texts'
import { Rail } from './wide/rail'
import './workbench.css'

/** The staff's second tab: sessions to come, working hours, and what comes to the desk. */
export const StaffCalendar = () => {
  const wide = useWide() && process.env.TARO_ENV === 'h5'
  if (!wide) {
    return (
      <Page title={texts.calendarTitle} root>
        <Sessions wide={false} />
        <PlanSummary />
      </Page>
    )
  }
  return (
    <Page title={texts.calendarTitle} root wide head={<View />}>
      <View className="w-desk">
        <Rail active="calendar" />
        <View className="w-main">
          <View className="h-title" role="heading" aria-level={1}>
            <Text>{texts.calendarTitle}</Text>
          </View>
          <View className="w-columns">
            <View className="w-column">
              <Sessions wide />
            </View>
            <View className="h-col w-column side">
              <PlanSummary />
            </View>
          </View>
        </View>
      </View>
    </Page>
  )
}
