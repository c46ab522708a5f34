import type { Agenda, Job as Entry } from 'agenda'
import { database } from './database'
import { endLease, leftBehind, whileLeased } from './lease'
import type { Logger } from './log'

export interface Job {
  name: string
  /** E.g. `10 minutes`. */
  every: string
  run: () => Promise<unknown>
}

/**
 * So long a killed process's jobs stand still before they go on elsewhere. A living process renews the lock of what it
 * works on, so a job may take as long as it needs.
 */
const LOCK_MS = 40_000
const ORPHANS_EVERY_MS = 10_000

/**
 * Runs jobs by agenda, whose table in MongoDB decides which of several processes runs which. `runAll` runs them at
 * once, for when the clock was moved.
 */
export const createJobs = (options: { jobs: Job[]; log: Logger; lockMs?: number }) => {
  const { jobs, log, lockMs = LOCK_MS } = options
  let agenda: Agenda | undefined
  let healthy = true
  let orphans: NodeJS.Timeout | undefined

  const attempt = async (job: Job): Promise<void> => {
    try {
      const count = await job.run()
      if (typeof count === 'number' && count > 0) log.info({ job: job.name, count }, 'job done')
    } catch (error) {
      log.error({ err: error, job: job.name }, 'job failed; it runs again at its next time')
    }
    await endLease(`job ${job.name}`)
  }
  /** Two processes that start at the same moment may both have entered the job: the lease lets one of them do it. */
  const run = (job: Job, onRenew?: () => Promise<void>): Promise<void> =>
    whileLeased({ name: `job ${job.name}`, ms: lockMs, work: () => attempt(job), onRenew })

  /**
   * Does what a killed process was doing. The table of jobs alone would not: whoever starts next takes its lock off there,
   * and it would run at its next time.
   */
  const takeOver = async (): Promise<void> => {
    const left = await leftBehind(jobs.map((job) => `job ${job.name}`)).catch((): string[] => [])
    for (const job of jobs) if (left.includes(`job ${job.name}`)) await run(job)
  }

  const fromTable = async (job: Job, entry: Entry): Promise<void> => {
    healthy = true
    await run(job, () => entry.touch())
  }

  return {
    /** Whether the table of jobs could be reached. */
    healthy: () => healthy,
    runAll: async (): Promise<void> => {
      for (const job of jobs) await run(job)
    },
    start: async (): Promise<void> => {
      const { Agenda } = await import('agenda')
      const { MongoBackend } = await import('@agendajs/mongo-backend')
      // Two copies of the driver's types: agenda's backend brings its own.
      const backend = new MongoBackend({ mongo: database() as never, collection: 'jobs' })
      agenda = new Agenda({ backend, processEvery: '5 seconds', defaultLockLifetime: lockMs })
      agenda.on('error', (error) => {
        healthy = false
        log.error({ err: error }, 'the table of jobs cannot be reached')
      })
      for (const job of jobs) agenda.define(job.name, (entry) => fromTable(job, entry), { concurrency: 1 })
      await agenda.start()
      for (const job of jobs) await agenda.every(job.every, job.name)
      orphans = setInterval(() => void takeOver().catch(() => undefined), ORPHANS_EVERY_MS)
    },
    stop: async (): Promise<void> => {
      clearInterval(orphans)
      await agenda?.drain({ timeout: 5000, closeConnection: false })
      agenda = undefined
    },
  }
}

/**
 * Does `work` again and again in one process at a time: the one that holds the lease. For what cannot wait for the
 * table of jobs. A run that takes longer than `everyMs` is not overtaken by the next, here or elsewhere.
 */
export const createPoll = (options: {
  name: string
  everyMs: number
  /** Asks now and then whether to go on: long work ends when the lease is lost, or the process stops. */
  work: (goesOn: () => boolean) => Promise<unknown>
  log: Logger
}) => {
  const { name, everyMs, work, log } = options
  const leaseMs = Math.max(10_000, everyMs * 4)
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let isStopping = false

  const once = async () => {
    try {
      await whileLeased({ name: `poll ${name}`, ms: leaseMs, work: (isMine) => work(() => isMine() && !isStopping) })
    } catch (error) {
      log.error({ err: error, poll: name }, 'failed; it tries again')
    }
  }
  const tick = () => {
    running ??= once().finally(() => {
      running = undefined
    })
  }
  return {
    start: () => {
      timer = setInterval(tick, everyMs)
    },
    /** Does it now, if this process may, and waits for the end. */
    now: async () => {
      tick()
      await running
    },
    stop: async () => {
      isStopping = true
      clearInterval(timer)
      await running
    },
  }
}
