import Taro from '@tarojs/taro'
import { blobUrl, deleteBlob, getBlob, putBlob } from './browser-files'
import { newKey } from './keys'
import type { LocalFile } from './upload'

/**
 * A photo or recording kept on this device until it is sent, so that it outlives the app: a saved file in WeChat, a row
 * of the browser's database on h5. `key` makes sending it twice the same as once.
 */
export interface KeptFile {
  id: string
  key: string
  seconds?: number
}

const save = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })

/** Keeps what was just chosen or recorded. */
export const keepFile = async (file: LocalFile, seconds?: number): Promise<KeptFile> => {
  const key = newKey()
  const extra = seconds === undefined ? {} : { seconds }
  if (typeof file === 'string') {
    // the telephone's storage may be full; the temporary file is good until the app is closed
    return { id: await save(file).catch(() => file), key, ...extra }
  }
  await putBlob(key, file)
  return { id: key, key, ...extra }
}

/** The file to send; null when the device has thrown it away. */
export const openKept = async ({ id }: KeptFile): Promise<LocalFile | null> => {
  if (process.env.TARO_ENV === 'h5') return getBlob(id)
  try {
    Taro.getFileSystemManager().accessSync(id)
    return id
  } catch {
    return null
  }
}

/** An address to show or play it. */
export const keptUrl = async ({ id }: KeptFile): Promise<string | null> => (process.env.TARO_ENV === 'h5' ? blobUrl(id) : id)

/** Lets it go, after it was sent or taken out. */
export const dropKept = async ({ id }: KeptFile): Promise<void> => {
  if (process.env.TARO_ENV === 'h5') return deleteBlob(id)
  Taro.getFileSystemManager().unlink({ filePath: id, fail: () => undefined })
}
