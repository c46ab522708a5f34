import * as z from 'zod/mini'
import { endpoint } from './endpoint'
import { Id } from './schema'

/** Largest upload, bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024
/** Longest voice recording, seconds. */
export const MAX_AUDIO_SECONDS = 60

export const FileView = z.strictObject({
  id: z.string(),
  url: z.string(),
  mime: z.string(),
  size: z.int(),
})
export type FileView = z.infer<typeof FileView>

export const fileEndpoints = {
  'files.upload': endpoint({
    method: 'POST',
    path: '/api/files',
    summary: 'Stores a photo or a voice recording; the type is read from the content',
    auth: 'user',
    body: 'multipart',
    output: FileView,
    status: 201,
    key: 'accepted',
  }),
  'files.read': endpoint({
    method: 'GET',
    path: '/api/files/:id/content',
    summary: 'Streams a file; the signed link is good for 15 minutes',
    auth: 'none',
    params: z.strictObject({ id: Id }),
    query: z.strictObject({
      exp: z.string().check(z.regex(/^\d{1,15}$/)),
      sig: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,100}$/)),
    }),
    output: 'binary',
  }),
}
