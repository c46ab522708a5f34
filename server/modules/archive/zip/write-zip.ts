import { PassThrough, type Readable, Transform } from 'node:stream'
import { ZipFile } from 'yazl'
import type { ManifestEntry } from '../docket.model'
import { sm3Stream } from '../sm3'

/** One file of an archive. `compress`: photos and recordings are as small as they get. */
export interface ZipPart {
  name: string
  title: string
  open: () => Readable | Promise<Readable>
  compress: boolean
}
/** What is written when all before it have gone by and their digests are known. */
export interface ZipTail {
  name: string
  text: (entries: readonly ManifestEntry[]) => string
}

/** Passes bytes on and counts and digests them. */
const measured = (done: (size: number, digest: string) => void): Transform => {
  const hash = sm3Stream()
  let size = 0
  return new Transform({
    transform: (part: Buffer, _encoding, next) => {
      hash.update(part)
      size += part.length
      next(null, part)
    },
    flush: (next) => {
      done(size, hash.digest('hex'))
      next()
    },
  })
}

/**
 * An archive as a stream: each file is opened when its turn comes, so that any number of photos takes the memory of one.
 * Fails, and so breaks off, when a file cannot be read; an archive that is cut short cannot be taken for a whole one.
 */
export const writeZip = (options: { parts: readonly ZipPart[]; tails: readonly ZipTail[]; at: Date }): Readable => {
  const { parts, tails, at } = options
  const zip = new ZipFile()
  const entries: ManifestEntry[] = []
  const out = new PassThrough()
  let current: Readable | undefined
  const stop = (error?: Error) => {
    current?.destroy()
    out.destroy(error)
  }
  const add = (name: string, compress: boolean, open: () => Promise<Readable>) =>
    zip.addReadStreamLazy(name, { compress, mtime: at }, (give) => {
      open().then(
        (stream) => {
          current = stream
          stream.once('error', stop)
          give(null, stream)
        },
        (error: Error) => stop(error),
      )
    })
  for (const { name, title, compress, open } of parts)
    add(name, compress, async () => {
      const source = await open()
      const through = measured((size, sm3) => entries.push({ name, title, size, sm3 }))
      source.once('error', (error) => through.destroy(error))
      through.once('close', () => source.destroy())
      return source.pipe(through)
    })
  for (const { name, text } of tails) add(name, true, async () => bytesAsStream(Buffer.from(text(entries))))
  zip.on('error', stop)
  out.once('close', () => current?.destroy())
  zip.outputStream.pipe(out)
  zip.end()
  return out
}

const bytesAsStream = (bytes: Buffer): Readable => {
  const stream = new PassThrough()
  stream.end(bytes)
  return stream
}
/** Bytes that are there already, as a file of an archive. */
export const bufferPart = (name: string, title: string, bytes: Buffer): ZipPart => ({
  name,
  title,
  compress: true,
  open: () => bytesAsStream(bytes),
})
