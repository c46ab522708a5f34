import { clock } from '@server/platform/clock'
import { inTransaction, isDuplicate, ObjectId } from '@server/platform/database'
import { AppError } from '@server/platform/errors'
import type { CreateSession, SessionView } from '@shared/identity/schemas'
import { type Account, AccountModel } from '../account.model'
import { DEFAULT_NAME, PersonModel } from '../person.model'
import { currentTerms, identitySettings } from '../settings'
import { openSession } from './open-session'

/** 403 with the terms: the client shows them and comes back with a fresh code. */
const consentRequired = () => new AppError(403, 'consent_required', { extra: { terms: currentTerms() } })

const byOpenid = (openid: string): Promise<Account | null> => AccountModel.findOne({ openid }).lean<Account>()

const createAccount = async (openid: string, version: string): Promise<Account> => {
  const now = clock.now()
  const personId = new ObjectId()
  const account: Account = {
    _id: new ObjectId(),
    openid,
    personId: personId.toHexString(),
    roles: [],
    consents: [{ version, at: now }],
    careMode: false,
    homeRegionCode: null,
    createdAt: now,
  }
  try {
    await inTransaction(async (session) => {
      await AccountModel.collection.insertOne(account, { session })
      await PersonModel.collection.insertOne({ _id: personId, name: DEFAULT_NAME, createdAt: now }, { session })
    })
    return account
  } catch (error) {
    if (!isDuplicate(error, 'openid')) throw error
    const first = await byOpenid(openid)
    if (!first) throw error
    return first
  }
}

const addConsent = async (account: Account, version: string): Promise<Account> => {
  const consent = { version, at: clock.now() }
  await AccountModel.updateOne({ _id: account._id, 'consents.version': { $ne: version } }, { $push: { consents: consent } })
  return { ...account, consents: [...account.consents, consent] }
}

/**
 * Exchanges a WeChat login code for a session. Nothing is stored about somebody who has not consented to the terms in
 * force. Throws `consent_required`, `code_invalid`, `wechat_unavailable`.
 */
export const logIn = async ({ code, consent }: CreateSession): Promise<SessionView> => {
  const { openid } = await identitySettings().wechat.exchangeCode(code)
  const { version } = currentTerms()
  if (consent && consent.version !== version) throw consentRequired()
  const account = await byOpenid(openid)
  const consented = hasConsented(account)
  if (!consent && !consented) throw consentRequired()
  if (!account) return openSession(await createAccount(openid, version))
  return openSession(consented ? account : await addConsent(account, version))
}

/** Whether somebody has consented to the terms in force. */
export const hasConsented = (account: Account | null): boolean => account?.consents.at(-1)?.version === currentTerms().version
