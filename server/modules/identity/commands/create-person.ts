import { clock } from '@server/platform/clock'
import { isDuplicate, ObjectId, type Session } from '@server/platform/database'
import { type Person, PersonModel } from '../person.model'
import { sealFor } from '../person-keys'

interface NewPerson {
  name: string
  phone?: string
  /** Who the person is in another system; the same `ref` gives the same person. */
  ref?: { scope: string; ref: string }
  session?: Session
}

const byRef = async ({ scope, ref }: NonNullable<NewPerson['ref']>, session?: Session): Promise<string | undefined> =>
  (await PersonModel.findOne({ 'ref.scope': scope, 'ref.ref': ref }, { _id: 1 }, { session }).lean())?._id.toHexString()

/** Stores a person without an account: somebody filed for, or named. Answers the id. */
export const createPerson = async ({ name, phone, ref, session }: NewPerson): Promise<string> => {
  const known = ref && (await byRef(ref, session))
  if (known) return known
  const _id = new ObjectId()
  const personId = _id.toHexString()
  const sealed = phone === undefined ? undefined : await sealFor({ personId, value: phone, session })
  const person: Person = { _id, name, createdAt: clock.now(), ...(sealed && { phone: sealed }), ...(ref && { ref }) }
  try {
    await PersonModel.collection.insertOne(person, { session })
    return personId
  } catch (error) {
    // Inside a transaction this one is lost; whoever began it tries again and finds the person.
    if (!ref || session || !isDuplicate(error, 'ref.ref')) throw error
    const other = await byRef(ref)
    if (!other) throw error
    return other
  }
}
