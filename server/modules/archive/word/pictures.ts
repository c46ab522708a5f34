import type { FileRef } from '@server/platform/files'
import sharp from 'sharp'
import { readContent } from '../file-content'
import { PICTURE, SIGNATURE } from '../layout/page-size'

/** A picture as it is put into the document, with its size there in points. */
export interface Picture {
  type: 'jpg' | 'png'
  data: Buffer
  width: number
  height: number
}

/** Sharp enough for print at the size that a photo has on the page; 300 of them are some 30 MB. */
const MOST_PIXELS = 1000

const scaled = ({ width, height }: { width: number; height: number }, room: { width: number; height: number }) => {
  const scale = Math.min(room.width / width, room.height / height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** A photo, made small; undefined when it cannot be read or shown. */
export const photoOf = async (file: FileRef): Promise<Picture | undefined> => {
  try {
    const { data, info } = await sharp(await readContent(file), { failOn: 'error' })
      .autoOrient()
      .resize({ width: MOST_PIXELS, height: MOST_PIXELS, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 72 })
      .timeout({ seconds: 20 })
      .toBuffer({ resolveWithObject: true })
    return { type: 'jpg', data, ...scaled(info, PICTURE) }
  } catch {
    return undefined
  }
}

const points = (stroke: readonly number[]): string => {
  const pairs: string[] = []
  for (let at = 0; at + 1 < stroke.length; at += 2) pairs.push(`${stroke[at]},${stroke[at + 1]}`)
  // A dot is a line that goes nowhere.
  return pairs.length === 1 ? `${pairs[0]} ${pairs[0]}` : pairs.join(' ')
}
const INK = 'fill="none" stroke="#111" stroke-width="14" stroke-linecap="round" stroke-linejoin="round"'

/** A hand-written name; undefined when there is none. */
export const signaturePicture = async (strokes: readonly (readonly number[])[]): Promise<Picture | undefined> => {
  const all = strokes.flat()
  if (all.length < 2) return undefined
  const lines = strokes.map((stroke) => `<polyline points="${points(stroke)}" ${INK}/>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="440" height="248" viewBox="-10 -10 1020 1020" preserveAspectRatio="xMidYMid meet"><rect x="-900" y="-10" width="2900" height="1020" fill="#fff"/>${lines}</svg>`
  try {
    const data = await sharp(Buffer.from(svg)).png().toBuffer()
    return { type: 'png', data, width: SIGNATURE.width, height: SIGNATURE.height }
  } catch {
    return undefined
  }
}
