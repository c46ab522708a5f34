import type { Message } from '@server/modules/insight'
import { FILLERS, VAGUE } from '../../../scripts/lib/insight/background'
import { type Asked, type Chance, chanceOf, everydayMessage, oneOf, shuffled, writeMessage } from '../../../scripts/lib/insight/everyday'
import { AFFAIRS, type Affair } from './affairs'

/** A message, and the affair of which it is part. */
export interface Written extends Message {
  affair: string | null
}

/** Some name neither the matter nor the place in the title, and some no region. */
const affairMessage = (asked: Asked, { name, titles, sentences, support, regions }: Affair): Written => {
  const { chance } = asked
  const said = [...shuffled(chance, sentences).slice(0, 2 + Math.floor(chance() * 4)), oneOf(chance, FILLERS)]
  const title = oneOf(chance, chance() < 0.2 ? VAGUE : titles)
  const region = chance() < 0.7 ? oneOf(chance, regions) : ''
  return { ...writeMessage(asked, `${region}${title}`, said), support: Math.floor(chance() * 2 * support), affair: name }
}

export const inOrder = <M extends Message>(messages: readonly M[]): M[] =>
  [...messages].sort((one, other) => one.at.getTime() - other.at.getTime())

/** A year of a city: everyday messages, and the affairs, each beginning on a day of its own. */
export const yearOf = ({ seed, everyday, days = 365 }: { seed: number; everyday: number; days?: number }): Written[] => {
  const chance = chanceOf(seed)
  const written: Written[] = []
  for (let i = 0; i < everyday; i += 1) {
    const asked = { chance, serial: written.length, day: Math.floor(chance() * days) }
    written.push({ ...everydayMessage(asked), affair: null })
  }
  for (const affair of AFFAIRS) {
    const first = 60 + Math.floor(chance() * (days - 60 - affair.days))
    for (let i = 0; i < affair.messages; i += 1) {
      const day = first + Math.floor(chance() ** 1.3 * affair.days)
      written.push(affairMessage({ chance, serial: written.length, day }, affair))
    }
  }
  return inOrder(written)
}

/** The same messages with their dates dealt out anew: whatever stands out then does so by chance. */
export const withShuffledDates = <M extends Message>(chance: Chance, messages: readonly M[]): M[] => {
  const dates = shuffled(
    chance,
    messages.map(({ at }) => at),
  )
  return inOrder(messages.map((message, i) => ({ ...message, at: dates[i] ?? message.at })))
}
