import Taro from '@tarojs/taro'
import { NetworkError } from '@/lib/problem'
import { pathOf, withToken } from '@/lib/request'
import { address, problemOf } from '@/lib/transport'

const NAME = '社情民意.xlsx'

const inBrowser = async (path: string, token: string | null): Promise<void> => {
  const answer = await fetch(address(path), { headers: token ? { Authorization: `Bearer ${token}` } : {} }).catch(() => {
    throw new NetworkError()
  })
  if (!answer.ok) throw problemOf(answer.status, await answer.text(), answer.headers.get('retry-after') ?? undefined)
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = NAME
  document.body.appendChild(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

const inWeChat = async (path: string, token: string | null): Promise<void> => {
  const answer = await Taro.downloadFile({
    url: address(path),
    header: token ? { Authorization: `Bearer ${token}` } : {},
    timeout: 60_000,
  }).catch(() => {
    throw new NetworkError()
  })
  if (answer.statusCode !== 200) throw problemOf(answer.statusCode, undefined)
  await Taro.openDocument({ filePath: answer.tempFilePath, fileType: 'xlsx', showMenu: true })
}

/** Fetches the numbers and wording as an Excel file: saved in a browser, opened in WeChat. Throws as `call` does. */
export const exportFile = (query: { regionCode?: string; weeks: number }): Promise<void> => {
  const path = pathOf('opinion.export', { query })
  return withToken((token) => (process.env.TARO_ENV === 'h5' ? inBrowser(path, token) : inWeChat(path, token)))
}
