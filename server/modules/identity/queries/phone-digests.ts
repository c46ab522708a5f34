import { toObjectId } from '@server/platform/database'
import { keyedDigest } from '@server/platform/seal'
import { onChange } from '../changes'
import { createMemory } from '../memory'
import { type Person, PersonModel } from '../person.model'

const digests = createMemory<{ digest: string | null }>({ most: 20_000, ms: 60_000 })

onChange((changes) => {
  if (changes === 'all') digests.clear()
  else for (const { personId, sessionId } of changes) if (!sessionId) digests.delete(personId)
})

/** What a telephone number is compared by; it is the one that is stored beside the sealed number. */
export const phoneDigest = (phone: string): string => keyedDigest('identifier', phone)

/** Digests of people's telephone numbers, by person; those without a number are left out. No number is read. Remembered for a minute. */
export const phoneDigestsOf = async (personIds: string[]): Promise<Map<string, string>> => {
  const missing = personIds.filter((id) => digests.get(id) === undefined)
  if (missing.length > 0) {
    const ids = missing.flatMap((id) => toObjectId(id) ?? [])
    const people = await PersonModel.find({ _id: { $in: ids } }, { 'phone.hmac': 1 }).lean<Pick<Person, '_id' | 'phone'>[]>()
    const found = new Map(people.map(({ _id, phone }) => [_id.toHexString(), phone?.hmac ?? null]))
    for (const id of missing) digests.set(id, { digest: found.get(id) ?? null })
  }
  return new Map(
    personIds.flatMap((id) => {
      const digest = digests.get(id)?.digest
      return digest ? [[id, digest] as const] : []
    }),
  )
}
