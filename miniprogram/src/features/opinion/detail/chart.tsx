import { View } from '@tarojs/components'
import Echarts from 'taro-react-echarts'
import { echarts } from './echarts'

/** A chart on WeChat's canvas; its numbers stand in a table beside it, so screen readers pass it by. */
export const Chart = ({ option, height }: { option: Record<string, unknown>; height: number }) => (
  <View className="o-chart" aria-hidden>
    <Echarts echarts={echarts} option={option} style={{ width: '100%', height: `${height}px` }} isPage={false} />
  </View>
)
