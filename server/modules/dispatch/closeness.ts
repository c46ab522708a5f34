import type { Ties } from '@shared/dispatch/schemas'

/** A handler's declaration, made comparable: words normalised, numbers as digests. */
export interface Marks {
  employers: string[]
  addresses: string[]
  people: { name: string; phone: string | undefined }[]
}
/** Who and what a case is about, made comparable. */
export interface Looked {
  persons: { name: string; phone: string | undefined }[]
  address: string
}

/** Shorter places and employers would fit too much. */
const SHORTEST_ADDRESS = 6
const SHORTEST_EMPLOYER = 4
const SHORTEST_NAME = 2

/** Words without what people write differently: width, case, blanks, punctuation. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')

export const marksOf = (ties: Ties, digest: (phone: string) => string): Marks => ({
  employers: ties.employers.map(plain).filter((one) => one.length >= SHORTEST_EMPLOYER),
  addresses: ties.addresses.map(plain).filter((one) => one.length >= SHORTEST_ADDRESS),
  people: ties.people.map(({ name, phone }) => ({ name: plain(name), phone: phone === undefined ? undefined : digest(phone) })),
})

/** One of them is the other with more of the way to it before: a town and village, say. */
const samePlace = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= SHORTEST_ADDRESS && (one.endsWith(other) || other.endsWith(one))

/** Where both numbers are known they decide, for many people bear the same name. */
const samePerson = (one: Marks['people'][number], other: Looked['persons'][number]): boolean =>
  one.phone !== undefined && other.phone !== undefined
    ? one.phone === other.phone
    : one.name.length >= SHORTEST_NAME && one.name === other.name

/** Whether what somebody has declared touches a case. */
export const isClose = ({ employers, addresses, people }: Marks, { persons, address }: Looked): boolean =>
  persons.some((person) => people.some((one) => samePerson(one, person)) || employers.some((one) => person.name.includes(one))) ||
  addresses.some((one) => samePlace(one, address))

const tails = (text: string, shortest: number): string[] => {
  const found: string[] = []
  for (let from = 0; from + shortest <= text.length; from += 1) found.push(text.slice(from))
  return found
}

const parts = (text: string, shortest: number): string[] =>
  tails(text, shortest).flatMap((tail) => {
    const found: string[] = []
    for (let to = shortest; to <= tail.length; to += 1) found.push(tail.slice(0, to))
    return found
  })

/** Words under which a declaration is found by `probesOf`, so that nobody has to look at all of them. */
export const keysOf = ({ employers, addresses, people }: Marks): string[] => [
  ...employers.map((one) => `e${one}`),
  ...addresses.flatMap((one) => tails(one, SHORTEST_ADDRESS).map((tail) => `a${tail}`)),
  ...people.flatMap(({ name, phone }) => (phone === undefined ? [`n${name}`] : [`n${name}`, `p${phone}`])),
]

/** What to look for: whatever `isClose` would find has one of these among its keys. */
export const probesOf = ({ persons, address }: Looked): string[] => [
  ...persons.flatMap(({ name, phone }) => [
    `n${name}`,
    ...(phone === undefined ? [] : [`p${phone}`]),
    ...parts(name, SHORTEST_EMPLOYER).map((part) => `e${part}`),
  ]),
  ...tails(address, SHORTEST_ADDRESS).map((tail) => `a${tail}`),
]
