import { Image } from '@tarojs/components'
import { boundsOf, type Stroke } from './signature/strokes'
import { texts } from './texts'

const MARGIN = 30

const lineOf = (stroke: Stroke): string => {
  const points: string[] = []
  for (let at = 0; at + 1 < stroke.length; at += 2) points.push(`${stroke[at]},${stroke[at + 1]}`)
  return `<polyline points='${points.join(' ')}'/>`
}

/** A picture of the strokes, cut to the name. */
const pictureOf = (strokes: readonly Stroke[]): string => {
  const box = boundsOf(strokes) ?? { x: 0, y: 0, width: 0, height: 0 }
  const view = [box.x - MARGIN, box.y - MARGIN, box.width + 2 * MARGIN, box.height + 2 * MARGIN].join(' ')
  const ink = `fill='none' stroke='#1E2521' stroke-width='12' stroke-linecap='round' stroke-linejoin='round'`
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='${view}'><g ${ink}>${strokes.map(lineOf).join('')}</g></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** A signature as it was written. */
export const SignatureImage = ({ strokes, name }: { strokes: readonly Stroke[]; name: string }) => (
  <Image className="h-sign-image" mode="aspectFit" src={pictureOf(strokes)} nativeProps={{ alt: texts.signatureOf(name) }} />
)
