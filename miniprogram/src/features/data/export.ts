import Taro from '@tarojs/taro'
import { call } from '@/lib/request'

const NAME = '我的信息.json'

const download = (words: string): void => {
  const url = URL.createObjectURL(new Blob([words], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = NAME
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

const shareInWechat = async (words: string): Promise<void> => {
  const filePath = `${Taro.env.USER_DATA_PATH}/${NAME}`
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({ filePath, data: words, encoding: 'utf8', success: () => resolve(), fail: reject })
  })
  await Taro.shareFileMessage({ filePath, fileName: NAME })
}

/** Everything held about the person as a file: a download in the browser, a file to send to oneself in WeChat. */
export const exportMyData = async (): Promise<void> => {
  const words = JSON.stringify(await call('me.export', {}), null, 2)
  if (process.env.TARO_ENV === 'h5') download(words)
  else await shareInWechat(words)
}
