import { createHmac } from 'node:crypto'
import { gridOf, idOf } from './words.mjs'

/** Of the measured service only: it lives on the loopback for the length of a run. */
export const TOKEN_SECRET = 'bench-only-token-secret-0123456789abcdef'
const LIFE_S = 24 * 3600

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const HEADER = part({ alg: 'HS256', typ: 'JWT' })

const mint = (name, roles) => {
  const now = Math.floor(Date.now() / 1000)
  const id = idOf(name)
  const claims = { sub: id, pid: id, sid: id, nam: name, rol: roles, iat: now, exp: now + LIFE_S }
  const signed = `${HEADER}.${part(claims)}`
  return `${signed}.${createHmac('sha256', TOKEN_SECRET).update(signed).digest('base64url')}`
}

const minted = new Map()

/** The access token of a resident or mediator, signed with the service's own key; made when it is first asked for. */
export const tokenOf = (name) => {
  let token = minted.get(name)
  if (!token) {
    token = mint(name, name.startsWith('m') ? [['mediator', gridOf(name), null]] : [])
    minted.set(name, token)
  }
  return token
}
