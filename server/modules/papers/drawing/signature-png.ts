import sharp from 'sharp'
import type { Signature } from '../paper.model'
import { unpackStrokes } from './ink'

const SIDE = 1000
const PAD = 24
const WIDTH = 360

const bounds = (strokes: readonly number[][]) => {
  const [xs, ys] = [0, 1].map((axis) => strokes.flatMap((stroke) => stroke.filter((_, index) => index % 2 === axis))) as [
    number[],
    number[],
  ]
  const [left, top] = [Math.max(0, Math.min(...xs) - PAD), Math.max(0, Math.min(...ys) - PAD)]
  return { left, top, width: Math.min(SIDE, Math.max(...xs) + PAD) - left, height: Math.min(SIDE, Math.max(...ys) + PAD) - top }
}

const pathOf = (stroke: readonly number[]): string => {
  const points: string[] = []
  for (let index = 0; index < stroke.length; index += 2) points.push(`${stroke[index]} ${stroke[index + 1]}`)
  // A dot is a line of no length, which the round cap makes visible.
  return `M${points.join('L')}${points.length === 1 ? `L${points[0]}` : ''}`
}

/** A drawn signature as a picture with its size, cut to what was drawn. */
export const signaturePng = async (signature: Pick<Signature, 'ink'>): Promise<{ png: Buffer; width: number; height: number }> => {
  const strokes = unpackStrokes(Buffer.from(signature.ink.buffer))
  const { left, top, width, height } = bounds(strokes)
  const paths = `<path d="${strokes.map(pathOf).join('')}" fill="none" stroke="#111" stroke-width="14" stroke-linecap="round" stroke-linejoin="round"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}">${paths}</svg>`
  const picture = sharp(Buffer.from(svg)).resize({ width: WIDTH, height: WIDTH, fit: 'inside', withoutEnlargement: true }).png()
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return { png: data, width: info.width, height: info.height }
}
