import type { EndpointName } from '@shared/endpoints'
import Taro from '@tarojs/taro'
import { NetworkError } from './problem'
import { pathOf, withToken } from './request'
import { address, problemOf } from './transport'

interface Asked {
  params?: Record<string, string>
  query?: Record<string, unknown>
}

const bearer = (token: string | null): Record<string, string> => (token ? { Authorization: `Bearer ${token}` } : {})

const inBrowser = async (path: string, name: string, token: string | null): Promise<void> => {
  const answer = await fetch(address(path), { headers: bearer(token) }).catch(() => {
    throw new NetworkError()
  })
  if (!answer.ok) throw problemOf(answer.status, await answer.text(), answer.headers.get('retry-after') ?? undefined)
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.appendChild(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

const DOCUMENTS = ['docx', 'xlsx', 'pdf'] as const
type DocumentType = (typeof DOCUMENTS)[number]

const inWeChat = async (path: string, name: string, token: string | null): Promise<void> => {
  const answer = await Taro.downloadFile({ url: address(path), header: bearer(token), timeout: 60_000 }).catch(() => {
    throw new NetworkError()
  })
  if (answer.statusCode !== 200) throw problemOf(answer.statusCode, undefined)
  const fileType = DOCUMENTS.find((type) => name.endsWith(`.${type}`)) satisfies DocumentType | undefined
  // what WeChat cannot open goes to a friend or to one's own other device
  if (fileType) await Taro.openDocument({ filePath: answer.tempFilePath, fileType, showMenu: true })
  else await Taro.shareFileMessage({ filePath: answer.tempFilePath, fileName: name })
}

/** Fetches a file from the service: saved in a browser, opened or sent on in WeChat. Throws as `call` does. */
export const saveFile = (endpoint: EndpointName, asked: Asked, name: string): Promise<void> => {
  const path = pathOf(endpoint, asked)
  return withToken((token) => (process.env.TARO_ENV === 'h5' ? inBrowser(path, name, token) : inWeChat(path, name, token)))
}
