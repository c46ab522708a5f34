import pino, { type Logger } from 'pino'

/** JSON log lines. What must never be in them is redacted here as well as left out by those who write. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'token',
        'refreshToken',
        'secret',
        'code',
        'phone',
        'authorization',
        '*.token',
        '*.refreshToken',
        '*.secret',
        '*.code',
        '*.phone',
        '*.authorization',
        'req.headers',
      ],
      censor: '[redacted]',
    },
  })
export type { Logger }
