import Taro from '@tarojs/taro'
import { fromGcj02, type LngLat } from './gcj02'

/** A point, WGS 84, and what the map calls it. */
export interface Place {
  point: LngLat
  address: string
}

/** WeChat's own map to choose from; null when nothing was chosen. */
export const chooseOnMap = async (): Promise<Place | null> => {
  try {
    const { longitude, latitude, name, address } = await Taro.chooseLocation({})
    return { point: fromGcj02([longitude, latitude]), address: (name || address).slice(0, 120) }
  } catch {
    return null
  }
}

/** Where the device is now; rejects when it does not tell. */
export const whereAmI = (): Promise<LngLat> =>
  process.env.TARO_ENV === 'h5'
    ? new Promise((resolve, reject) => {
        navigator.geolocation.getCurrentPosition(({ coords }) => resolve([coords.longitude, coords.latitude]), reject, { timeout: 10_000 })
      })
    : Taro.getLocation({ type: 'wgs84' }).then(({ longitude, latitude }) => [longitude, latitude])
