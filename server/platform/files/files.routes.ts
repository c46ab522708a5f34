import { NotFound } from '../errors'
import { createdOr, handlers } from '../http/request'
import type { Logger } from '../log'
import { findFile } from './find-file'
import { isGoodLink, presentFile } from './links'
import { openContent, storeFile } from './store-file'

/** The handlers of `files.upload` and `files.read`. */
export const fileHandlers = ({ log }: { log: Logger }) =>
  handlers({
    'files.upload': async ({ actor, upload, key }) => {
      const { value, created } = await storeFile({ upload, personId: actor.personId, actorId: actor.accountId, key })
      return createdOr(created, presentFile(value))
    },
    'files.read': async ({ params, query }) => {
      const file = isGoodLink({ id: params.id, ...query }) ? await findFile(params.id) : undefined
      if (!file) throw new NotFound()
      const stream = (range?: { start: number; end: number }) =>
        openContent(file.id, range).on('error', (error) => log.warn({ err: error, file: params.id }, 'a file could not be read'))
      return { stream, mime: file.mime, size: file.size, maxAge: 900 }
    },
  })
