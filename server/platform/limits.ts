import type { EndpointName } from '@shared/endpoints'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { holdsAnywhere } from './actor'
import { TooManyRequests } from './errors'
import type { Limit } from './http/router'

/** Calls with which somebody might try out codes: few people make many of them. */
const GUESSED = new Set<EndpointName>(['sessions.create', 'scanTickets.create', 'invitations.redeem', 'parties.answer', 'parties.preview'])
/** Behind one address there may be a whole office, and an importer speaks for many. */
const MANY = 10

/**
 * Refuses with 429 who asks too often, counted by each process for itself: by account, or by address for those who
 * are not logged in. `rateLimit` requests a minute; `loginLimit` of the calls that try codes.
 */
export const createLimits = (options: { rateLimit: number; loginLimit: number }): Limit => {
  const { rateLimit, loginLimit } = options
  const perAccount = new RateLimiterMemory({ points: rateLimit, duration: 60 })
  const perImporter = new RateLimiterMemory({ points: rateLimit * MANY, duration: 60 })
  const perAddress = new RateLimiterMemory({ points: rateLimit * MANY, duration: 60 })
  const guesses = new RateLimiterMemory({ points: loginLimit, duration: 60 })

  const consume = async (limiter: RateLimiterMemory, key: string): Promise<void> => {
    try {
      await limiter.consume(key)
    } catch (refusal) {
      throw new TooManyRequests((refusal as RateLimiterRes).msBeforeNext / 1000)
    }
  }
  return async ({ name, actor, ip }) => {
    if (GUESSED.has(name)) await consume(guesses, actor?.accountId ?? ip())
    if (!actor) return consume(perAddress, ip())
    await consume(holdsAnywhere(actor, 'importer') ? perImporter : perAccount, actor.accountId)
  }
}
