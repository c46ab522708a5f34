import { Canvas, type CanvasTouchEvent } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useId, useRef, useState } from 'react'
import { drawAll, INK, type Pen, type Size, type Stroke } from './strokes'

export interface CanvasProps {
  strokes: readonly Stroke[]
  label: string
  onBegin: (x: number, y: number, size: Size) => void
  onDraw: (x: number, y: number, size: Size) => void
  /** The pad has got a size, or another one. */
  onSize: (size: Size) => void
}

interface CanvasNode {
  width: number
  height: number
  getContext: (kind: '2d') => Pen & { scale: (x: number, y: number) => void }
}
interface Board extends Size {
  pen: Pen
}

/** WeChat hands out the canvas only when it has been drawn, which takes a moment. */
const findBoard = (id: string, onFound: (board: Board) => void): void => {
  Taro.createSelectorQuery()
    .select(`#${id}`)
    .fields({ node: true, size: true })
    .exec(([found]: ({ node?: CanvasNode } & Partial<Size>)[]) => {
      const { node, width, height } = found ?? {}
      if (!node || !width || !height) return
      const sharp = Taro.getWindowInfo().pixelRatio
      node.width = width * sharp
      node.height = height * sharp
      const pen = node.getContext('2d')
      pen.scale(sharp, sharp)
      onFound({ pen: Object.assign(pen, INK), width, height })
    })
}

const useBoard = (id: string, onSize: (size: Size) => void) => {
  const [board, setBoard] = useState<Board | null>(null)
  const tell = useRef(onSize)
  tell.current = onSize
  useEffect(() => {
    const find = () =>
      findBoard(id, (found) => {
        setBoard(found)
        tell.current(found)
      })
    const timers = [50, 300].map((wait) => setTimeout(find, wait))
    // after the telephone was turned the page lays itself out anew
    const turned = () => void setTimeout(find, 200)
    Taro.onWindowResize?.(turned)
    return () => {
      timers.forEach(clearTimeout)
      Taro.offWindowResize?.(turned)
    }
  }, [id])
  return board
}

/** Where one writes with a finger, in WeChat. */
export const SignatureCanvas = ({ strokes, label, onBegin, onDraw, onSize }: CanvasProps) => {
  const id = `sign${useId().replace(/\W/g, '')}`
  const board = useBoard(id, onSize)
  useEffect(() => {
    if (board) drawAll(board.pen, strokes, board)
  }, [board, strokes])
  const pass = (write: CanvasProps['onDraw']) => (event: CanvasTouchEvent) => {
    const finger = event.touches[0]
    if (board && finger) write(finger.x, finger.y, board)
  }
  // WeChat reads it, Taro's types do not know it
  const named = { ariaLabel: label }
  return (
    <Canvas
      id={id}
      canvasId={id}
      type="2d"
      disableScroll
      className="h-sign-canvas"
      {...named}
      onTouchStart={pass(onBegin)}
      onTouchMove={pass(onDraw)}
    />
  )
}
