import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FileView } from '@shared/platform/files'
import { clock } from '../clock'
import type { FileRef } from './file.model'

const LINK_SECONDS = 15 * 60
let key: Buffer | undefined

/** Sets the secret with which links are signed. */
export const configureFiles = (options: { secret: string }): void => {
  // A key of its own, so that a signature made for one purpose is worth nothing for another.
  key = createHmac('sha256', options.secret).update('file links').digest()
}

const sign = (id: string, exp: string): Buffer => {
  if (!key) throw new Error('configureFiles must be called before links are made')
  return createHmac('sha256', key).update(`${id} ${exp}`).digest()
}

/** The path at which a file can be loaded for some time by whoever knows it. */
export const fileLink = (id: string, seconds: number): string => {
  const exp = String(Math.floor(clock.ms() / 1000) + seconds)
  return `/api/files/${id}/content?exp=${exp}&sig=${sign(id, exp).toString('base64url')}`
}

/** A file as answers show it, with a link that is good for 15 minutes. */
export const presentFile = ({ id, mime, size }: FileRef): FileView => ({ id, url: fileLink(id, LINK_SECONDS), mime, size })

/** Whether a link was made here and has not expired. */
export const isGoodLink = (link: { id: string; exp: string; sig: string }): boolean => {
  const expected = sign(link.id, link.exp)
  const given = Buffer.from(link.sig, 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected) && Number(link.exp) * 1000 > clock.ms()
}
