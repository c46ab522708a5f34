import type { IncomingMessage } from 'node:http'
import { MAX_FILE_BYTES } from '@shared/platform/files'
import busboy from 'busboy'
import { AppError, InvalidInput } from '../errors'
import type { Upload } from './request'

/** JSON bodies: 5,000 characters of Chinese with room to spare. Region imports are allowed more. */
const JSON_LIMIT = 128 * 1024
export const IMPORT_LIMIT = 10 * 1024 * 1024

/** The rest of a refused body is read and thrown away: a client that is still sending would not see the answer. */
const tooLarge = (request: IncomingMessage): AppError => {
  request.resume()
  return new AppError(413, 'too_large')
}

/** The whole body. (Events, because iterating over the stream costs more than parsing what is in it.) */
export const readBytes = (request: IncomingMessage, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) return reject(tooLarge(request))
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= limit) parts.push(part)
      else {
        request.removeAllListeners('data')
        reject(tooLarge(request))
      }
    })
    request.on('end', () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)))
    request.on('error', () => reject(InvalidInput.field('', 'not_json', '请求不完整')))
    // Of a whole request 'end' has come before; an error made for nothing would still cost its stack.
    request.on('close', () => request.complete || reject(InvalidInput.field('', 'not_json', '请求不完整')))
  })

const JSON_TYPE = /^application\/json\s*(;|$)/i
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Reads and parses a JSON body. 413 beyond `limit`, 415 for another type, 400 for what is not JSON in UTF-8. */
export const readJson = async (request: IncomingMessage, limit = JSON_LIMIT): Promise<unknown> => {
  const bytes = await readBytes(request, limit)
  if (bytes.length === 0) return undefined
  if (!JSON_TYPE.test(request.headers['content-type'] ?? ''))
    throw new AppError(415, 'unsupported_type', { detail: 'application/json is needed' })
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    throw InvalidInput.field('', 'not_json', '请求不是有效的 JSON')
  }
}

const incomplete = () => InvalidInput.field('file', 'invalid_multipart', '上传的内容不完整')

const parserFor = (request: IncomingMessage): busboy.Busboy => {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 5, fileSize: MAX_FILE_BYTES + 1, fieldSize: 1024, parts: 8 },
    })
  } catch {
    request.resume()
    throw new AppError(415, 'unsupported_type', { detail: 'multipart/form-data is needed' })
  }
}

/** Gives the one file of a multipart body as a stream that fails with 413 beyond 10 MB, and with 400 when it breaks off. */
export const readUpload = async (request: IncomingMessage): Promise<Upload> => {
  const parser = parserFor(request)
  return new Promise((resolve, reject) => {
    let end = (error: AppError): void => reject(error)
    const fail = (error: AppError) => {
      request.unpipe(parser)
      request.resume()
      end(error)
    }
    parser.on('file', (field, stream, info) => {
      if (field !== 'file') return void stream.resume()
      end = (error) => void stream.destroy(error)
      stream.on('limit', () => fail(new AppError(413, 'too_large')))
      resolve({ stream, fileName: info.filename ?? '' })
    })
    parser.on('error', () => fail(incomplete()))
    // Without a file the promise is still open; with one this does nothing any more.
    parser.on('close', () => reject(InvalidInput.field('file', 'invalid_type', '没有收到文件')))
    request.on('close', () => request.complete || fail(incomplete()))
    request.pipe(parser)
  })
}
