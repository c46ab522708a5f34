import { createHash } from 'node:crypto'

/** The SM3 digest, in hexadecimal. */
export const sm3 = (data: string | Uint8Array): string => createHash('sm3').update(data).digest('hex')
/** An SM3 digest that is fed bit by bit. */
export const sm3Stream = () => createHash('sm3')
