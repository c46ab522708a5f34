const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A key that nobody else will draw: for Idempotency-Key and local names. Not a secret. */
export const newKey = (): string => {
  let key = Date.now().toString(36)
  while (key.length < 28) key += ALPHABET[Math.floor(Math.random() * ALPHABET.length)]
  return key
}
