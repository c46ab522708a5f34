import { toObjectId } from '@server/platform/database'
import { readBatch } from '@server/platform/read-batch'
import { together } from '@server/platform/together'
import { onChange } from '../changes'
import { createMemory } from '../memory'
import { type Person, PersonModel } from '../person.model'
import { openAll } from '../person-keys'

const MINUTE = 60_000
const names = createMemory<string>({ most: 50_000, ms: MINUTE })
const phones = createMemory<{ masked: string | null }>({ most: 20_000, ms: MINUTE })

onChange((changes) => {
  if (changes === 'all') {
    names.clear()
    phones.clear()
    return
  }
  for (const { personId, sessionId } of changes) {
    if (sessionId) continue
    names.delete(personId)
    phones.delete(personId)
  }
})

const objectIds = (ids: Iterable<string>) => [...ids].flatMap((id) => toObjectId(id) ?? [])

type Known = Pick<Person, '_id' | 'name' | 'phone'>

/** Most people in one command, and most askers who share one. */
const MOST = 100
const readSome = (ids: string[]): Promise<Known[]> =>
  readBatch<Person, Known>({
    collection: PersonModel.collection.name,
    filter: { _id: { $in: objectIds(ids) } },
    projection: { name: 1, phone: 1 },
    limit: MOST,
  })
const readOne = together<string, Known | undefined>({
  lanes: 2,
  most: MOST,
  run: async (ids) => {
    const people = new Map((await readSome([...new Set(ids)])).map((person) => [person._id.toHexString(), person]))
    return ids.map((id) => ({ value: people.get(id) }))
  },
})
const readPeople = async (ids: Iterable<string>): Promise<Known[]> => (await Promise.all([...ids].map(readOne))).flatMap((one) => one ?? [])

/** What people are called, by id; unknown ids are left out. Remembered for a minute. */
export const personNames = async (ids: string[]): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  const missing = new Set<string>()
  for (const id of ids) {
    const name = names.get(id)
    if (name === undefined) missing.add(id)
    else found.set(id, name)
  }
  if (missing.size === 0) return found
  for (const { _id, name, phone } of await readPeople(missing)) {
    const id = _id.toHexString()
    names.set(id, name)
    found.set(id, name)
    // Whoever asks for the name of somebody without a number need not ask for the number.
    if (!phone) phones.set(id, { masked: null })
  }
  return found
}

/** 138****1234 */
const mask = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** Telephone numbers, by person; only of those who have one. */
const readPhones = async (ids: Iterable<string>): Promise<Map<string, string>> => {
  const people = await PersonModel.find({ _id: { $in: objectIds(ids) } }, { phone: 1 }).lean()
  const opened = await openAll(people.flatMap(({ phone }) => phone ?? []))
  return new Map(
    people.flatMap(({ _id, phone }) => {
      const number = phone && opened.get(phone.keyId)
      return number ? [[_id.toHexString(), number] as const] : []
    }),
  )
}

/** Telephone numbers fit to be shown, by person; null for who has none. Remembered for a minute. */
export const maskedPhones = async (ids: string[]): Promise<Map<string, string | null>> => {
  const missing = new Set(ids.filter((id) => phones.get(id) === undefined))
  const read = missing.size > 0 ? await readPhones(missing) : new Map<string, string>()
  const found = new Map<string, string | null>()
  for (const id of ids) {
    const number = read.get(id)
    const masked = missing.has(id) ? (number ? mask(number) : null) : (phones.get(id)?.masked ?? null)
    found.set(id, masked)
    if (missing.has(id)) phones.set(id, { masked })
  }
  return found
}

/** A person's telephone number, to be called or shown to who may see it; null for who has none. */
export const phoneOf = async (personId: string): Promise<string | null> => (await readPhones([personId])).get(personId) ?? null
