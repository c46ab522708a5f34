import Taro from '@tarojs/taro'
import type { LocalFile } from './upload'

/** The longer side of a photo that is sent, pixels: enough to read a letter, a tenth of the camera's bytes. */
const LONGEST = 2048

const shrink = async (file: File): Promise<Blob> => {
  try {
    const bitmap = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return blob && blob.size < file.size ? blob : file
  } catch {
    return file // the service says what it does not take
  }
}

const fromBrowser = (max: number): Promise<Blob[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = max > 1
    input.style.display = 'none'
    document.body.appendChild(input)
    const finish = (files: File[]) => {
      input.remove()
      resolve(Promise.all(files.slice(0, max).map(shrink)))
    }
    input.addEventListener('change', () => finish([...(input.files ?? [])]))
    input.addEventListener('cancel', () => finish([]))
    input.click()
  })

/** Lets the person take or choose photos, at most `max`; none when it was cancelled. */
export const pickPhotos = async (max: number): Promise<LocalFile[]> => {
  if (process.env.TARO_ENV === 'h5') return fromBrowser(max)
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: max, mediaType: ['image'], sizeType: ['compressed'] })
    return tempFiles.map(({ tempFilePath }) => tempFilePath)
  } catch {
    return []
  }
}
