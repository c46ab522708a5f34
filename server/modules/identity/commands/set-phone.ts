import type { Actor } from '@server/platform/actor'
import { inTransaction, toObjectId } from '@server/platform/database'
import { InvalidInput } from '@server/platform/errors'
import type { SetPhone } from '@shared/identity/schemas'
import { Phone } from '@shared/platform/schema'
import type * as z from 'zod/mini'
import { applyChange, recordChange } from '../changes'
import { PersonModel } from '../person.model'
import { sealFor } from '../person-keys'
import { identitySettings } from '../settings'

const fromWeChat = async (code: string): Promise<string> => {
  const phone = await identitySettings().wechat.phoneNumber(code)
  if (!Phone.safeParse(phone).success) throw InvalidInput.field('code', 'invalid_phone', '微信里的号码不是国内号码，请手工填写')
  return phone
}

/** Stores the person's telephone number, sealed: from a code of WeChat's phone button, or as it was typed. */
export const setPhone = async (options: { actor: Actor; given: z.infer<typeof SetPhone> }): Promise<void> => {
  const { actor, given } = options
  const { personId } = actor
  const value = 'code' in given ? await fromWeChat(given.code) : given.phone
  await inTransaction(async (session) => {
    const phone = await sealFor({ personId, value, session })
    await PersonModel.updateOne({ _id: toObjectId(personId), erasedAt: null }, { phone }, { session })
    await recordChange({ personId }, session)
  })
  applyChange({ personId })
}
