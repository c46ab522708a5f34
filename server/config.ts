import { availableParallelism } from 'node:os'
import { z } from 'zod'

/** How many processes answer when nobody has said: two cores are left for MongoDB and the jobs, and four are enough for a city. */
const usualProcesses = (): number => Math.max(1, Math.min(availableParallelism() - 2, 4))

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .optional()
  .transform((value) => value === '1' || value === 'true')

/** Secrets that a development start may leave out; production refuses to run without its own. */
const DEVELOPMENT_SECRETS = {
  TOKEN_SECRET: 'development-token-secret-not-for-production',
  DATA_KEY: 'ZGV2ZWxvcG1lbnQtZGF0YS1rZXktMzItYnl0ZXMhISE=',
  WECHAT_APPID: 'wx0000000000double',
  WECHAT_SECRET: 'double-secret',
  WECHAT_PUSH_TOKEN: 'doublePushToken',
  WECHAT_ENCODING_AES_KEY: 'ZGV2ZWxvcG1lbnQtcHVzaC1rZXktb2YtMzItYnl0ZXM',
} as const

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(1).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb://'),
  /** Signs session tokens and file links. */
  TOKEN_SECRET: z.string().min(32).optional(),
  /** Base64 of 32 bytes: wraps the keys that encrypt telephone and identity numbers. */
  DATA_KEY: z.string().optional(),
  WECHAT_APPID: z.string().min(1).optional(),
  WECHAT_SECRET: z.string().min(1).optional(),
  /** What is named at WeChat's 消息推送, secure mode: verdicts on pictures come that way. */
  WECHAT_PUSH_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/, 'must have 3–32 letters and digits')
    .optional(),
  WECHAT_ENCODING_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/, 'must have 43 letters and digits')
    .optional(),
  /** Only for the double: where WeChat's host is. */
  WECHAT_ENDPOINT: z.url().optional(),
  /** `name:templateId` pairs, comma-separated. */
  WECHAT_TEMPLATES: z.string().default(''),
  TIME_ZONE: z.string().default('Asia/Shanghai'),
  CITY_CODE: z
    .string()
    .regex(/^\d{4}$/)
    .default('8801'),
  DEMO: flag,
  JOBS: z.enum(['on', 'off']).default('on'),
  /** How many processes answer requests; with more than one, another runs the jobs. */
  PROCESSES: z.coerce.number().int().min(1).max(64).optional(),
  /** Set by the service itself, for the processes that it starts. */
  PART: z.enum(['all', 'answers', 'jobs']).default('all'),
  TRUST_PROXY: flag,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Requests a minute for one account; logins have a limit of their own. */
  RATE_LIMIT: z.coerce.number().int().min(1).default(600),
  LOGIN_LIMIT: z.coerce.number().int().min(1).default(30),
  /** Where people reach the service, for codes on printed papers and links in calendars. */
  PUBLIC_URL: z.url().optional(),
  H5_DIR: z.string().default('miniprogram/dist/h5'),
})

/** Thrown when the environment does not allow a start; its message says what to set. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const weakSecrets = (env: z.infer<typeof Environment>): string[] =>
  (Object.keys(DEVELOPMENT_SECRETS) as (keyof typeof DEVELOPMENT_SECRETS)[]).filter(
    (name) => env[name] === undefined || env[name] === DEVELOPMENT_SECRETS[name],
  )

/** Reads the environment, once. Throws ConfigError naming every variable that is missing or wrong. */
export const readConfig = (source: Readonly<Record<string, string | undefined>>) => {
  const parsed = Environment.safeParse(source)
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`The environment is not usable. ${names.join('; ')}`)
  }
  const env = parsed.data
  if (env.NODE_ENV === 'production') {
    const weak = weakSecrets(env)
    if (weak.length > 0) throw new ConfigError(`Production needs its own values for: ${weak.join(', ')}. Set them in the environment.`)
    if (env.WECHAT_ENDPOINT) throw new ConfigError('WECHAT_ENDPOINT is for the double only; production talks to WeChat itself.')
  }
  const dataKey = Buffer.from(env.DATA_KEY ?? DEVELOPMENT_SECRETS.DATA_KEY, 'base64')
  if (dataKey.length !== 32) throw new ConfigError('DATA_KEY must be the base64 of 32 bytes: openssl rand -base64 32')
  return {
    environment: env.NODE_ENV,
    port: env.PORT,
    host: env.HOST,
    mongoUri: env.MONGODB_URI,
    tokenSecret: env.TOKEN_SECRET ?? DEVELOPMENT_SECRETS.TOKEN_SECRET,
    dataKey,
    wechat: {
      appId: env.WECHAT_APPID ?? DEVELOPMENT_SECRETS.WECHAT_APPID,
      secret: env.WECHAT_SECRET ?? DEVELOPMENT_SECRETS.WECHAT_SECRET,
      push: {
        token: env.WECHAT_PUSH_TOKEN ?? DEVELOPMENT_SECRETS.WECHAT_PUSH_TOKEN,
        encodingAesKey: env.WECHAT_ENCODING_AES_KEY ?? DEVELOPMENT_SECRETS.WECHAT_ENCODING_AES_KEY,
      },
      /** Set: the double is in use, and its `/double` paths are served. */
      endpoint: env.WECHAT_ENDPOINT,
      templates: Object.fromEntries(
        env.WECHAT_TEMPLATES.split(',')
          .filter(Boolean)
          .map((pair) => pair.split(':').map((part) => part.trim()) as [string, string]),
      ),
    },
    timeZone: env.TIME_ZONE,
    cityCode: env.CITY_CODE,
    demo: env.DEMO,
    processes: env.PROCESSES ?? (env.NODE_ENV === 'production' ? usualProcesses() : 1),
    part: env.PART,
    /** Whether this process runs jobs and tells events, another one of the service, or none of it. */
    jobs: env.JOBS === 'off' ? ('off' as const) : env.PART === 'answers' ? ('elsewhere' as const) : ('here' as const),
    trustProxy: env.TRUST_PROXY,
    logLevel: env.NODE_ENV === 'test' && !source.LOG_LEVEL ? ('error' as const) : env.LOG_LEVEL,
    rateLimit: env.RATE_LIMIT,
    loginLimit: env.LOGIN_LIMIT,
    publicUrl: (env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`).replace(/\/+$/, ''),
    h5Dir: env.H5_DIR,
  }
}

export type Config = ReturnType<typeof readConfig>
