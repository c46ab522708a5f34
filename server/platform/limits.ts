import type { EndpointName } from '@shared/endpoints'
import { Schema } from 'mongoose'
import { RateLimiterMongo, type RateLimiterRes } from 'rate-limiter-flexible'
import { holdsAnywhere } from './actor'
import { database, model } from './database'
import { TooManyRequests } from './errors'
import type { Limit } from './http/router'
import type { Logger } from './log'
import { createCounts } from './shared-counts'

/** Calls with which somebody might try out codes: few people make many of them. */
const GUESSED = new Set<EndpointName>([
  'sessions.create',
  'scanTickets.create',
  'invitations.preview',
  'invitations.redeem',
  'parties.answer',
  'parties.preview',
])
/** Behind one address there may be a whole office, and an importer speaks for many. */
const MANY = 10
const WINDOW_MS = 60_000
const EXCHANGE_MS = 1000
/** Below this share of the limit a process keeps its count to itself. */
const SHARE_FROM = 0.05

/** Where the library counts guesses; it makes no indexes of its own. */
const GuessModel = model<{ key: string; points: number; expire: Date }>(
  'Guess',
  new Schema({ key: String, points: Number, expire: Date }, { versionKey: false })
    .index({ key: 1 }, { unique: true })
    .index({ expire: 1 }, { expireAfterSeconds: 0 }) as never,
)

/** Counts in the database, one by one: exact, for what happens seldom. */
const guessLimiter = (points: number): RateLimiterMongo =>
  new RateLimiterMongo({
    storeClient: database(),
    tableName: GuessModel.collection.name,
    disableIndexesCreation: true,
    points,
    duration: WINDOW_MS / 1000,
    // Who has been refused is refused from memory: an attack costs the database nothing more.
    inMemoryBlockOnConsumed: points + 1,
  })

/**
 * Refuses with 429 who asks too often: by account, or by address for those who are not logged in. `rateLimit` requests a
 * minute, `loginLimit` of the calls that try codes, in all processes together: the former known to the others within a
 * second and without a write for each request, the latter counted in the database one by one.
 */
export const createLimits = (options: { rateLimit: number; loginLimit: number; log: Logger }) => {
  const { rateLimit, loginLimit, log } = options
  const mostOf = (key: string): number => (key.startsWith('a ') ? rateLimit : rateLimit * MANY)
  const counts = createCounts({ windowMs: WINDOW_MS, from: (key) => mostOf(key) * SHARE_FROM })
  const guesses = guessLimiter(loginLimit)
  let timer: NodeJS.Timeout | undefined

  const guess = async (key: string): Promise<void> => {
    try {
      await guesses.consume(key)
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal
      throw new TooManyRequests((refusal as RateLimiterRes).msBeforeNext / 1000)
    }
  }
  const limit: Limit = async ({ name, actor, ip }) => {
    if (GUESSED.has(name)) await guess(actor?.accountId ?? ip())
    const importer = actor && holdsAnywhere(actor, 'importer')
    const key = actor ? `${importer ? 'importer' : 'a'} ${actor.accountId}` : `ip ${ip()}`
    if (counts.add(key) > mostOf(key)) throw new TooManyRequests(counts.msLeft() / 1000)
  }
  const exchange = (): Promise<void> =>
    counts.exchange().catch((error: unknown) => log.warn({ err: error }, 'limits are counted by this process alone for now'))
  return {
    limit,
    exchange,
    start: (): void => {
      timer = setInterval(exchange, EXCHANGE_MS)
    },
    stop: (): void => clearInterval(timer),
  }
}
