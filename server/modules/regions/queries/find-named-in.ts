import type { Atlas } from '../atlas'
import { currentAtlas } from '../atlas-cache'
import type { Region } from '../region.model'

/** A region's name in a text. */
export interface NamedRegion {
  at: number
  words: string
  /** All regions of this name, at most some. */
  regions: Region[]
}

const SHORTEST = 2
const MOST_SAME = 20

interface Names {
  regions: Map<string, Region[]>
  /** Lengths of the names that begin with a character, longest first. */
  lengths: Map<string, number[]>
}

const known = new WeakMap<Atlas, Names>()

const collect = (atlas: Atlas): Names => {
  const regions = new Map<string, Region[]>()
  const lengths = new Map<string, number[]>()
  const walk = (parent: string | null): void => {
    for (const region of atlas.children(parent)) {
      const { name } = region
      const same = regions.get(name)
      if (same && same.length < MOST_SAME) same.push(region)
      if (!same && name.length >= SHORTEST) {
        regions.set(name, [region])
        const first = name.charAt(0)
        const found = lengths.get(first) ?? []
        if (!found.includes(name.length))
          lengths.set(
            first,
            [...found, name.length].sort((one, other) => other - one),
          )
      }
      walk(region._id)
    }
  }
  walk(null)
  return { regions, lengths }
}

const namesOf = (atlas: Atlas): Names => {
  let names = known.get(atlas)
  if (!names) {
    names = collect(atlas)
    known.set(atlas, names)
  }
  return names
}

/** The names of regions that stand in a text, in their order; of names within each other the longest. */
export const regionsNamedIn = (text: string): NamedRegion[] => {
  const { regions, lengths } = namesOf(currentAtlas())
  const found: NamedRegion[] = []
  for (let at = 0; at < text.length; at += 1) {
    for (const length of lengths.get(text.charAt(at)) ?? []) {
      const words = text.slice(at, at + length)
      const same = words.length === length ? regions.get(words) : undefined
      if (!same) continue
      found.push({ at, words, regions: same })
      at += length - 1
      break
    }
  }
  return found
}
