import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { CanvasProps } from './canvas'
import { drawAll, INK, type Size } from './strokes'

/** The canvas in the size in which the page shows it; also after the telephone was turned. */
const useSize = (onSize: (size: Size) => void) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const tell = useRef(onSize)
  tell.current = onSize
  useEffect(() => {
    const node = canvas.current
    if (!node) return
    const measure = () => {
      const { width, height } = node.getBoundingClientRect()
      if (width === 0 || height === 0) return
      const sharp = window.devicePixelRatio || 1
      node.width = Math.round(width * sharp)
      node.height = Math.round(height * sharp)
      const pen = node.getContext('2d')
      if (pen) Object.assign(pen, INK)
      pen?.setTransform(sharp, 0, 0, sharp, 0, 0)
      setSize({ width, height })
      tell.current({ width, height })
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  return { canvas, size }
}

/** Where one writes with a finger, a pen or a mouse. */
export const SignatureCanvas = ({ strokes, label, onBegin, onDraw, onSize }: CanvasProps) => {
  const { canvas, size } = useSize(onSize)
  const writing = useRef(false)
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (pen && size.width > 0) drawAll(pen, strokes, size)
  }, [canvas, strokes, size])
  const spot = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    writing.current = true
    event.currentTarget.setPointerCapture(event.pointerId)
    onBegin(...spot(event), size)
  }
  const end = () => {
    writing.current = false
  }
  return (
    <canvas
      ref={canvas}
      className="h-sign-canvas"
      role="img"
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={(event) => (writing.current ? onDraw(...spot(event), size) : undefined)}
      onPointerUp={end}
      onPointerCancel={end}
    />
  )
}
