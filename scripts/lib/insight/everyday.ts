import type { Message } from '../../../server/modules/insight'
import { BACK, FILLERS, FRONT, MATTERS, PLACES, REGIONS } from './background'

const DAY_MS = 24 * 3600 * 1000
const START = Date.UTC(2030, 0, 1)

export type Chance = () => number
/** The same numbers every time for the same seed (mulberry32). */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const oneOf = <T>(chance: Chance, of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T

export const shuffled = <T>(chance: Chance, of: readonly T[]): T[] =>
  of
    .map((value) => ({ value, at: chance() }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value)

/** A city's name for something: most are said once, some again and again. */
const nameOf = (chance: Chance, names: number): string => {
  const own = chanceOf(Math.floor(chance() ** 1.5 * names) + 1)
  return `${oneOf(own, FRONT)}${oneOf(own, own() < 0.5 ? FRONT : BACK)}${oneOf(own, BACK)}${oneOf(own, PLACES)}`
}

export interface Asked {
  chance: Chance
  serial: number
  day: number
}

const PREFIXES = ['', '', '反映', '投诉', '请求解决', '关于'] as const

/** A message by somebody who has not written before. */
export const writeMessage = ({ chance, serial, day }: Asked, title: string, sentences: readonly string[]): Message => ({
  id: String(serial),
  user: `u${serial}`,
  at: new Date(START + day * DAY_MS + Math.floor(chance() * DAY_MS)),
  title: `${oneOf(chance, PREFIXES)}${title}`,
  text: sentences.join(''),
  support: 0,
  opposition: 0,
})

/** One message of everyday life in an invented city with so many names. */
export const everydayMessage = (asked: Asked, names = 1500): Message => {
  const { chance } = asked
  const name = nameOf(chance, names)
  const [title, ...sentences] = oneOf(chance, MATTERS)
  const said = [...shuffled(chance, sentences).slice(0, 3), oneOf(chance, FILLERS), oneOf(chance, FILLERS)]
  const texts = said.map((sentence) => sentence.replace('#', name))
  const message = writeMessage(asked, `${oneOf(chance, REGIONS)}${title.replace('#', name)}`, texts)
  return { ...message, support: chance() < 0.3 ? 1 : 0 }
}
