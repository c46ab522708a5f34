import { MOST_IN_STROKE, MOST_NUMBERS, MOST_STROKES } from '@shared/papers/strokes'

export { MOST_STROKES }

/** A stroke as it is stored: x, y, x, y … in a square of 1000 × 1000, so that it can be drawn again at any size. */
export type Stroke = number[]

const SIDE = 1000
/** Points nearer than this to the one before add nothing that one could see. */
const STEP = 3
/** Less ink than this is a slip of the finger, not a name. */
const LEAST_INK = 250

export interface Size {
  width: number
  height: number
}

const limit = (value: number): number => Math.min(SIDE, Math.max(0, Math.round(value)))

/** Where the pad lies in the square: in its middle, the longer side filling it, so that nothing is distorted. */
const frameOf = ({ width, height }: Size) => {
  const scale = SIDE / Math.max(width, height, 1)
  return { scale, left: (SIDE - width * scale) / 2, top: (SIDE - height * scale) / 2 }
}

/** A point of the pad, in the square. */
export const toSquare = (x: number, y: number, size: Size): [number, number] => {
  const { scale, left, top } = frameOf(size)
  return [limit(x * scale + left), limit(y * scale + top)]
}

/** A stroke of the square, as pairs of points on the pad. */
export const toPad = (stroke: Stroke, size: Size): [number, number][] => {
  const { scale, left, top } = frameOf(size)
  const points: [number, number][] = []
  for (let at = 0; at + 1 < stroke.length; at += 2) {
    points.push([((stroke[at] ?? 0) - left) / scale, ((stroke[at + 1] ?? 0) - top) / scale])
  }
  return points
}

const isFull = (strokes: readonly Stroke[]): boolean => strokes.reduce((sum, stroke) => sum + stroke.length, 0) + 4 > MOST_NUMBERS

/** The strokes with one more point at the end of the last one; unchanged when it is too near, or nothing more is taken. */
export const extended = (strokes: readonly Stroke[], [x, y]: [number, number]): Stroke[] => {
  const last = strokes.at(-1)
  if (!last) return [...strokes]
  const near = Math.abs((last.at(-2) ?? -SIDE) - x) < STEP && Math.abs((last.at(-1) ?? -SIDE) - y) < STEP
  if (near || isFull(strokes)) return [...strokes]
  if (last.length + 2 <= MOST_IN_STROKE) return [...strokes.slice(0, -1), [...last, x, y]]
  // a line without end goes on as a new stroke
  return strokes.length < MOST_STROKES ? [...strokes, [last.at(-2) ?? x, last.at(-1) ?? y, x, y]] : [...strokes]
}

const inkOf = (stroke: Stroke): number => {
  let length = 0
  for (let at = 2; at + 1 < stroke.length; at += 2) {
    length += Math.hypot((stroke[at] ?? 0) - (stroke[at - 2] ?? 0), (stroke[at + 1] ?? 0) - (stroke[at - 1] ?? 0))
  }
  return length
}

/** Whether there is enough on the pad to be a name. */
export const isSignature = (strokes: readonly Stroke[]): boolean => strokes.reduce((sum, stroke) => sum + inkOf(stroke), 0) >= LEAST_INK

/** The box around all strokes; null when there are none. */
export const boundsOf = (strokes: readonly Stroke[]): { x: number; y: number; width: number; height: number } | null => {
  const all = strokes.flat()
  if (all.length < 2) return null
  const xs = all.filter((_, at) => at % 2 === 0)
  const ys = all.filter((_, at) => at % 2 === 1)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** The strokes made to lie within the pad, as after the telephone was turned; unchanged when they do already. */
export const fitted = (strokes: readonly Stroke[], size: Size): Stroke[] => {
  const bounds = boundsOf(strokes)
  const { left, top } = frameOf(size)
  const room = { width: SIDE - 2 * left, height: SIDE - 2 * top }
  if (!bounds) return [...strokes]
  const inside =
    bounds.x >= left - 1 && bounds.y >= top - 1 && bounds.x + bounds.width <= SIDE - left + 1 && bounds.y + bounds.height <= SIDE - top + 1
  if (inside) return [...strokes]
  const scale = Math.min(1, room.width / Math.max(1, bounds.width), room.height / Math.max(1, bounds.height))
  const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }
  const move = (value: number, at: number) => limit((at % 2 === 0 ? value - middle.x : value - middle.y) * scale + SIDE / 2)
  return strokes.map((stroke) => stroke.map(move))
}

/** What can be drawn on: the browser's canvas context and WeChat's. */
export interface Pen {
  clearRect(x: number, y: number, width: number, height: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void
  stroke(): void
}

const INK_WIDTH = 3.5

/** How thick the line is, and its colour: set once a canvas has got its size, which resets them. */
export const INK = { lineWidth: INK_WIDTH, lineCap: 'round', lineJoin: 'round', strokeStyle: '#1E2521' } as const

const drawStroke = (pen: Pen, points: [number, number][]): void => {
  const [first, ...rest] = points
  if (!first) return
  pen.beginPath()
  pen.moveTo(...first)
  if (rest.length === 0) pen.lineTo(first[0] + 0.1, first[1])
  rest.forEach(([x, y], at) => {
    const next = rest[at + 1]
    // through the middles, so that what a slow telephone measured as corners becomes a hand's curve
    if (next) pen.quadraticCurveTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2)
    else pen.lineTo(x, y)
  })
  pen.stroke()
}

/** Draws everything anew. */
export const drawAll = (pen: Pen, strokes: readonly Stroke[], size: Size): void => {
  pen.clearRect(0, 0, size.width, size.height)
  for (const stroke of strokes) drawStroke(pen, toPad(stroke, size))
}
