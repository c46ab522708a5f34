import type { FileView } from '@shared/platform/files'
import Taro from '@tarojs/taro'
import { NetworkError } from './problem'
import { withToken } from './request'
import { address, problemOf } from './transport'

/** A photo or recording on this device: a path in WeChat, the bytes in a browser. */
export type LocalFile = string | Blob

const headers = (token: string | null, key: string | undefined): Record<string, string> => ({
  ...(token ? { Authorization: `Bearer ${token}` } : {}),
  ...(key ? { 'Idempotency-Key': key } : {}),
})

const fromPath = async (path: string, token: string | null, key?: string): Promise<FileView> => {
  let answer: Taro.uploadFile.SuccessCallbackResult
  try {
    answer = await Taro.uploadFile({
      url: address('/api/files'),
      filePath: path,
      name: 'file',
      header: headers(token, key),
      timeout: 60_000,
    })
  } catch {
    throw new NetworkError()
  }
  if (answer.statusCode >= 200 && answer.statusCode < 300) return JSON.parse(answer.data) as FileView
  throw problemOf(answer.statusCode, answer.data)
}

const fromBlob = async (blob: Blob, token: string | null, key?: string): Promise<FileView> => {
  const form = new FormData()
  form.append('file', blob, blob.type.startsWith('audio') ? 'voice.wav' : 'photo.jpg')
  let answer: Response
  let text: string
  try {
    answer = await fetch('/api/files', { method: 'POST', body: form, headers: headers(token, key) })
    text = await answer.text()
  } catch {
    throw new NetworkError()
  }
  if (answer.ok) return JSON.parse(text) as FileView
  throw problemOf(answer.status, text, answer.headers.get('retry-after') ?? undefined)
}

/** Sends a photo or recording; with `key`, sending again gives the same file. Throws as `call` does. */
export const upload = (file: LocalFile, key?: string): Promise<FileView> =>
  withToken((token) => (typeof file === 'string' ? fromPath(file, token, key) : fromBlob(file, token, key)))

/** A file's address as `<Image>` and players need it. */
export const fileUrl = (url: string): string => address(url)
