import type { Mark, Measure, Picture } from './card-layout'

/** What can be painted on: the browser's canvas context and WeChat's. */
export interface Brush {
  fillStyle: unknown
  font: string
  textBaseline: string
  measureText(words: string): { width: number }
  fillText(words: string, x: number, y: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void
  closePath(): void
  fill(): void
}

const FAMILY = '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif'
const fontOf = (size: number, bold: boolean): string => `${bold ? 'bold ' : ''}${size}px ${FAMILY}`

/** How wide words are when this brush writes them. */
export const measureWith =
  (brush: Brush): Measure =>
  (words, size, bold) => {
    brush.font = fontOf(size, bold)
    return brush.measureText(words).width
  }

const paintBox = (brush: Brush, { x, y, width, height, colour, radius }: Extract<Mark, { kind: 'box' }>): void => {
  brush.fillStyle = colour
  if (radius === 0) {
    brush.fillRect(x, y, width, height)
    return
  }
  const [right, bottom] = [x + width, y + height]
  brush.beginPath()
  brush.moveTo(x + radius, y)
  brush.arcTo(right, y, right, bottom, radius)
  brush.arcTo(right, bottom, x, bottom, radius)
  brush.arcTo(x, bottom, x, y, radius)
  brush.arcTo(x, y, right, y, radius)
  brush.closePath()
  brush.fill()
}

/** Paints a card. */
export const paint = (brush: Brush, { marks }: Picture): void => {
  brush.textBaseline = 'top'
  for (const mark of marks) {
    if (mark.kind === 'box') {
      paintBox(brush, mark)
      continue
    }
    brush.font = fontOf(mark.size, mark.bold)
    brush.fillStyle = mark.colour
    brush.fillText(mark.words, mark.x, mark.y)
  }
}
