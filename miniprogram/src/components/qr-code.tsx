import { Image } from '@tarojs/components'
import { create } from 'qrcode/lib/core/qrcode'

const QUIET = 4

const pictureOf = (words: string): string => {
  const { modules } = create(words, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * QUIET
  const dots: string[] = []
  Array.from(modules.data).forEach((dark, at) => {
    if (dark) dots.push(`M${(at % modules.size) + QUIET} ${Math.floor(at / modules.size) + QUIET}h1v1h-1z`)
  })
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' shape-rendering='crispEdges'><rect width='${side}' height='${side}' fill='#fff'/><path d='${dots.join('')}' fill='#1E2521'/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** An address as a code that a telephone can scan from this screen. */
export const QrCode = ({ words, label }: { words: string; label: string }) => (
  <Image className="h-qr" mode="aspectFit" src={pictureOf(words)} nativeProps={{ alt: label }} />
)
