import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** A telephone or identity number at rest: readable with its person's key only, comparable by `hmac`. */
export interface Sealed {
  keyId: string
  cipher: string
  hmac: string
  last4: string
}

const NONCE = 12
const TAG = 16
let keys: { wrap: Buffer; lookup: Buffer } | undefined

const derive = (dataKey: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', dataKey, '', purpose, 32))
const ours = () => {
  if (!keys) throw new Error('configureSeal must be called before anything is sealed')
  return keys
}

/** Sets the service's one data key (32 bytes), from which all others are derived or with which they are wrapped. */
export const configureSeal = (dataKey: Buffer): void => {
  keys = { wrap: derive(dataKey, 'wrap person keys'), lookup: derive(dataKey, 'compare identifiers') }
}

const encrypt = (options: { key: Buffer; plain: Buffer; about: string }): string => {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', options.key, nonce).setAAD(Buffer.from(options.about))
  return Buffer.concat([nonce, cipher.update(options.plain), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

const decrypt = (options: { key: Buffer; cipher: string; about: string }): Buffer => {
  const bytes = Buffer.from(options.cipher, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', options.key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(options.about))
  decipher.setAuthTag(bytes.subarray(-TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()])
}

/** A new key for one person, as it is stored: wrapped with the data key and bound to `keyId`. */
export const newWrappedKey = (keyId: string): string => encrypt({ key: ours().wrap, plain: randomBytes(32), about: keyId })

/** A keyed digest: equal values have equal digests, and without the data key nobody can try values. */
export const keyedDigest = (purpose: string, value: string): string =>
  createHmac('sha256', ours().lookup).update(`${purpose}\0${value}`).digest('base64url')

/** Seals a number with its person's key. */
export const sealIdentifier = (options: { value: string; keyId: string; wrappedKey: string }): Sealed => {
  const { value, keyId, wrappedKey } = options
  const key = decrypt({ key: ours().wrap, cipher: wrappedKey, about: keyId })
  return {
    keyId,
    cipher: encrypt({ key, plain: Buffer.from(value), about: keyId }),
    hmac: keyedDigest('identifier', value),
    last4: value.slice(-4),
  }
}

/** Reads a sealed number. Throws when the key is another person's or something was changed. */
export const openIdentifier = (options: { sealed: Sealed; wrappedKey: string }): string => {
  const { sealed, wrappedKey } = options
  const key = decrypt({ key: ours().wrap, cipher: wrappedKey, about: sealed.keyId })
  return decrypt({ key, cipher: sealed.cipher, about: sealed.keyId }).toString()
}
