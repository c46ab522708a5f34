import { useEffect, useRef } from 'react'
import type { PictureProps } from './card-picture'
import { measureWith, paint } from './paint'

const pictureOf = (compose: PictureProps['compose']): string | null => {
  const canvas = document.createElement('canvas')
  const brush = canvas.getContext('2d')
  if (!brush) return null
  const card = compose(measureWith(brush))
  canvas.width = card.width
  canvas.height = card.height
  paint(brush, card)
  return canvas.toDataURL('image/png')
}

/** Paints a picture beside the page, and answers it. */
export const CardPicture = ({ compose, onReady }: PictureProps) => {
  const tell = useRef({ compose, onReady })
  tell.current = { compose, onReady }
  useEffect(() => {
    tell.current.onReady(pictureOf(tell.current.compose))
  }, [])
  return null
}
