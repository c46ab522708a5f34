import type { SignalMap } from '@shared/insight/schemas'
import type { RegionShape } from '@shared/regions/schemas'
import { type MapSheet, SHEET } from '@/lib/map-geometry'

/** From nobody to most: light enough for dark names on it. */
const SHADES = ['#F2EFE7', '#DCEBE4', '#B9D8CB', '#8FC1AE', '#62A88F'] as const
const INK = '#22312B'
const BORDER = '#FFFFFF'

const escaped = (text: string): string => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** How dark a place is; a small number that is not told counts as one. */
export const shadeOf = (people: number | null | undefined, most: number): string => {
  if (people === undefined || people === 0) return SHADES[0]
  const share = (people ?? 1) / Math.max(1, most)
  return SHADES[Math.max(1, Math.min(SHADES.length - 1, Math.ceil(share * (SHADES.length - 1))))] ?? SHADES[1]
}

interface Drawn {
  sheet: MapSheet
  shapes: readonly RegionShape[]
  items: SignalMap['items']
}

/** The map as a picture: WeChat draws no vectors of a page, but shows a picture that holds them. */
export const drawMap = ({ sheet, shapes, items }: Drawn): string => {
  const people = new Map(items.map((item) => [item.regionCode, item.people]))
  const most = Math.max(1, ...items.map((item) => item.people ?? 1))
  const areas = shapes.map(
    (shape) => `<path d="${sheet.path(shape)}" fill="${shadeOf(people.get(shape.code), most)}" stroke="${BORDER}" stroke-width="4"/>`,
  )
  const names = shapes.map((shape) => {
    const [x, y] = sheet.middle(shape)
    return `<text x="${x}" y="${y}" font-size="38" text-anchor="middle" fill="${INK}">${escaped(shape.name)}</text>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SHEET} ${sheet.height}" width="${SHEET}" height="${sheet.height}">${areas.join('')}${names.join('')}</svg>`
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}
