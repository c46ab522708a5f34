import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useId, useRef } from 'react'
import type { Measure, Picture } from './card-layout'
import { type Brush, measureWith, paint } from './paint'

export interface PictureProps {
  compose: (measure: Measure) => Picture
  /** The picture: a file in WeChat, its data in a browser; null when it could not be made. */
  onReady: (source: string | null) => void
}

interface CanvasNode {
  width: number
  height: number
  getContext: (kind: '2d') => Brush
}

const pictureOf = async (node: CanvasNode, compose: PictureProps['compose']): Promise<string> => {
  const brush = node.getContext('2d')
  const card = compose(measureWith(brush))
  // a new size empties the canvas, so it comes before the painting
  node.width = card.width
  node.height = card.height
  paint(brush, card)
  const canvas = node as unknown as Taro.Canvas
  const made = await Taro.canvasToTempFilePath({ canvas, destWidth: card.width, destHeight: card.height } as never)
  return made.tempFilePath
}

/** Paints a picture on a canvas that nobody sees, and answers it. In WeChat a canvas must lie on the page for that. */
export const CardPicture = ({ compose, onReady }: PictureProps) => {
  const id = `card${useId().replace(/\W/g, '')}`
  const tell = useRef({ compose, onReady })
  tell.current = { compose, onReady }
  useEffect(() => {
    const find = () =>
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .fields({ node: true, size: true })
        .exec(([found]: { node?: CanvasNode }[]) => {
          if (!found?.node) return tell.current.onReady(null)
          pictureOf(found.node, tell.current.compose).then(tell.current.onReady, () => tell.current.onReady(null))
        })
    // the canvas is there a moment after it was drawn
    const timer = setTimeout(find, 200)
    return () => clearTimeout(timer)
  }, [id])
  return <Canvas id={id} canvasId={id} type="2d" className="r-canvas" />
}
