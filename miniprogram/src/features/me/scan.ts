import Taro from '@tarojs/taro'

/** WeChat's scanner: a mini-program code of ours tells the page to open. Does nothing when it was closed. */
export const scan = async (): Promise<void> => {
  const scanned = await Taro.scanCode({}).catch(() => null)
  if (scanned?.path) await Taro.navigateTo({ url: `/${scanned.path.replace(/^\//, '')}` }).catch(() => undefined)
}
