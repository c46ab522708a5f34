import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { echarts } from './echarts'

/** A chart in a browser; its numbers stand in a table beside it, so screen readers pass it by. */
export const Chart = ({ option, height }: { option: Record<string, unknown>; height: number }) => {
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!element.current) return
    const chart = echarts.init(element.current, null, { height })
    chart.setOption(option)
    const fit = () => chart.resize()
    window.addEventListener('resize', fit)
    return () => {
      window.removeEventListener('resize', fit)
      chart.dispose()
    }
  }, [option, height])
  return <View className="o-chart" ref={element} style={{ height: `${height}px` }} aria-hidden />
}
