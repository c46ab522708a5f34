import { ObjectId, type Session } from '@server/platform/database'
import { newWrappedKey, openIdentifier, type Sealed, sealIdentifier } from '@server/platform/seal'
import { PersonKeyModel } from './person.model'

/** Seals a number for a person; the person's key is made with the first. */
export const sealFor = async (options: { personId: string; value: string; session?: Session }): Promise<Sealed> => {
  const { personId, value, session } = options
  const keyId = new ObjectId().toHexString()
  const key = await PersonKeyModel.findOneAndUpdate(
    { personId },
    { $setOnInsert: { _id: keyId, wrapped: newWrappedKey(keyId) } },
    { upsert: true, returnDocument: 'after', session },
  ).lean()
  return sealIdentifier({ value, keyId: key._id, wrappedKey: key.wrapped })
}

/** Reads sealed numbers, by key id; those whose key was destroyed are left out. */
export const openAll = async (sealed: Sealed[]): Promise<Map<string, string>> => {
  if (sealed.length === 0) return new Map()
  const keys = await PersonKeyModel.find({ _id: { $in: sealed.map(({ keyId }) => keyId) } }).lean()
  const wrapped = new Map(keys.map((key) => [key._id, key.wrapped]))
  return new Map(
    sealed.flatMap((one) => {
      const wrappedKey = wrapped.get(one.keyId)
      return wrappedKey ? [[one.keyId, openIdentifier({ sealed: one, wrappedKey })] as const] : []
    }),
  )
}
