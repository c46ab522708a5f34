import { currentAtlas } from '../atlas-cache'
import type { Region } from '../region.model'

/** The deepest region at [longitude, latitude] (WGS 84), or undefined outside of all boundaries. */
export const regionByPoint = (point: readonly [number, number]): Region | undefined => currentAtlas().at(point)

export const regionExists = (code: string): boolean => currentAtlas().get(code) !== undefined

/** What a region is called; its code when it is unknown. */
export const regionName = (code: string): string => currentAtlas().get(code)?.name ?? code

/** '和安市 · 青溪县 · 柳林镇': from the city downwards, the province left out unless it is all there is. */
export const regionPath = (code: string): string => {
  const chain = currentAtlas().chain(code)
  const named = chain.length > 1 ? chain.filter((region) => region.level !== 'province') : chain
  return named.length === 0
    ? code
    : named
        .reverse()
        .map((region) => region.name)
        .join(' · ')
}

/** The middle of a region's box, [longitude, latitude]; undefined where no boundary is known. */
export const regionMiddle = (code: string): [number, number] | undefined => {
  const box = currentAtlas().get(code)?.bbox
  return box && [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
}

/** The regions one level below, by code; of null, the top of the tree. */
export const childrenOf = (code: string | null): Region[] => currentAtlas().children(code)
