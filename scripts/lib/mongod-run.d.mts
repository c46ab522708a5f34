export interface RunningMongod {
  port: number
  pid: number
  exited: Promise<unknown>
  uri: (database: string) => string
  stop: () => Promise<void>
}
export const startMongod: (options: {
  binary: string
  dbPath: string
  port?: number
  cacheGB?: number
  logPath?: string
}) => Promise<RunningMongod>
