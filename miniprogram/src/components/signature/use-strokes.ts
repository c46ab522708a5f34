import { useState } from 'react'
import { extended, fitted, MOST_STROKES, type Size, type Stroke, toSquare } from './strokes'

/** What has been written so far. `size` is that of the pad on which the points are. */
export const useStrokes = () => {
  const [strokes, setStrokes] = useState<Stroke[]>([])
  return {
    strokes,
    begin: (x: number, y: number, size: Size) =>
      setStrokes((before) => (before.length >= MOST_STROKES ? before : [...before, toSquare(x, y, size)])),
    draw: (x: number, y: number, size: Size) => setStrokes((before) => extended(before, toSquare(x, y, size))),
    undo: () => setStrokes((before) => before.slice(0, -1)),
    clear: () => setStrokes([]),
    fit: (size: Size) => setStrokes((before) => fitted(before, size)),
  }
}
