import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** From this width on, in pixels, a list and its detail stand side by side. */
export const WIDE = 1024

const isWide = (): boolean => (process.env.TARO_ENV === 'h5' ? window.innerWidth : Taro.getWindowInfo().windowWidth) >= WIDE

/** Whether the window is wide enough for the staff's screens to show the list beside the case. */
export const useWide = (): boolean => {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const look = () => setWide(isWide())
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [])
  return wide
}
