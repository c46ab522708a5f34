import * as fc from 'fast-check'
import {
  boundsOf,
  extended,
  fitted,
  isSignature,
  MOST_STROKES,
  type Size,
  type Stroke,
  toPad,
  toSquare,
} from '@/components/signature/strokes'

const size = fc.record({ width: fc.integer({ min: 120, max: 1200 }), height: fc.integer({ min: 120, max: 1200 }) })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const draw = (points: readonly [number, number][], pad: Size): Stroke[] =>
  points
    .slice(1)
    .reduce<Stroke[]>(
      (strokes, [x, y]) => extended(strokes, toSquare(x * pad.width, y * pad.height, pad)),
      [toSquare((points[0]?.[0] ?? 0) * pad.width, (points[0]?.[1] ?? 0) * pad.height, pad)],
    )

test('what is written on a pad of any shape is drawn again where it was', () => {
  fc.assert(
    fc.property(size, share, share, (pad, x, y) => {
      const [[drawnX, drawnY] = [0, 0]] = toPad(toSquare(x * pad.width, y * pad.height, pad), pad)
      const step = Math.max(pad.width, pad.height) / 1000
      expect(Math.abs(drawnX - x * pad.width)).toBeLessThanOrEqual(step)
      expect(Math.abs(drawnY - y * pad.height)).toBeLessThanOrEqual(step)
    }),
  )
})

test('a signature never leaves the square nor the limits of the contract, however long somebody scribbles', () => {
  fc.assert(
    fc.property(size, fc.array(fc.tuple(share, share), { minLength: 2, maxLength: 3000 }), (pad, points) => {
      const strokes = draw(points, pad)
      expect(strokes.length).toBeLessThanOrEqual(MOST_STROKES)
      for (const stroke of strokes) {
        expect(stroke.length % 2).toBe(0)
        expect(stroke.length).toBeGreaterThanOrEqual(2)
        expect(stroke.length).toBeLessThanOrEqual(1200)
        for (const value of stroke) expect(Number.isInteger(value) && value >= 0 && value <= 1000).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})

test('turning the telephone keeps all of the name on the pad', () => {
  fc.assert(
    fc.property(size, size, fc.array(fc.tuple(share, share), { minLength: 2, maxLength: 60 }), (before, after, points) => {
      const strokes = fitted(draw(points, before), after)
      for (const [x, y] of strokes.flatMap((stroke) => toPad(stroke, after))) {
        const step = (2 * Math.max(after.width, after.height)) / 1000
        expect(x).toBeGreaterThanOrEqual(-step)
        expect(y).toBeGreaterThanOrEqual(-step)
        expect(x).toBeLessThanOrEqual(after.width + step)
        expect(y).toBeLessThanOrEqual(after.height + step)
      }
    }),
  )
})

test('a dot is no signature, a written name is', () => {
  const pad = { width: 360, height: 300 }
  expect(isSignature([])).toBe(false)
  expect(isSignature([toSquare(100, 100, pad)])).toBe(false)
  expect(
    isSignature(
      draw(
        [
          [0.2, 0.5],
          [0.5, 0.4],
          [0.8, 0.6],
        ],
        pad,
      ),
    ),
  ).toBe(true)
  expect(boundsOf([])).toBeNull()
})
