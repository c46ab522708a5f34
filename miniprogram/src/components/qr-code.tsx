import { Image } from '@tarojs/components'
import { create } from 'qrcode/lib/core/qrcode'

const QUIET = 4

/** An address in bytes. The library would ask for a TextEncoder, which WeChat does not have on every telephone. */
const bytesOf = (words: string): Uint8Array =>
  Uint8Array.from(words.replace(/[^ -~]+/g, encodeURIComponent), (character) => character.charCodeAt(0))

/** A code as squares, for what is not drawn by `QrCode`: without the quiet zone around it. */
export const codeOf = (words: string): { size: number; isDark: (column: number, row: number) => boolean } => {
  const { modules } = create([{ data: bytesOf(words), mode: 'byte' }], { errorCorrectionLevel: 'M' })
  return { size: modules.size, isDark: (column, row) => Boolean(modules.data[row * modules.size + column]) }
}

const pictureOf = (words: string): string => {
  const { size, isDark } = codeOf(words)
  const side = size + 2 * QUIET
  const dots: string[] = []
  for (let at = 0; at < size * size; at++) {
    const [column, row] = [at % size, Math.floor(at / size)]
    if (isDark(column, row)) dots.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`)
  }
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' shape-rendering='crispEdges'><rect width='${side}' height='${side}' fill='#fff'/><path d='${dots.join('')}' fill='#1E2521'/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** An address as a code that a telephone can scan from this screen. */
export const QrCode = ({ words, label }: { words: string; label: string }) => (
  <Image className="h-qr" mode="aspectFit" src={pictureOf(words)} nativeProps={{ alt: label }} />
)
