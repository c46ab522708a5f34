import type { Device } from './browser'

/** Strokes as shares of the pad's width and height: two that cross, and a tail. */
const NAME: readonly (readonly [number, number])[][] = [
  [
    [0.2, 0.3],
    [0.4, 0.28],
    [0.62, 0.34],
  ],
  [
    [0.42, 0.15],
    [0.4, 0.45],
    [0.3, 0.8],
  ],
  [
    [0.46, 0.5],
    [0.6, 0.72],
    [0.78, 0.8],
  ],
]

/** Writes a name on the pad with a finger, and says that it is done. */
export const signByHand = async ({ page, context, press, picture }: Device): Promise<void> => {
  const pad = page.locator('canvas').filter({ visible: true }).last()
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('There is no pad')
  const finger = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', [x, y]: readonly [number, number] = [0, 0]) => {
    const point = { x: box.x + x * box.width, y: box.y + y * box.height }
    return finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [point] })
  }
  for (const stroke of NAME) {
    await touch('touchStart', stroke[0])
    for (const point of stroke.slice(1)) await touch('touchMove', point)
    await touch('touchEnd')
  }
  await finger.detach()
  await picture('signature')
  await press('写好了')
}
