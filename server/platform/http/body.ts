import type { IncomingMessage } from 'node:http'
import { MAX_FILE_BYTES } from '@shared/platform/files'
import busboy from 'busboy'
import { AppError, InvalidInput } from '../errors'
import type { Upload } from './request'

/** JSON bodies: 5,000 characters of Chinese with room to spare. Region imports are allowed more. */
const JSON_LIMIT = 128 * 1024
export const IMPORT_LIMIT = 10 * 1024 * 1024

/** Reads and parses a JSON body. 413 beyond `limit`, 415 for another type, 400 for what is not JSON in UTF-8. */
export const readJson = async (request: IncomingMessage, limit = JSON_LIMIT): Promise<unknown> => {
  const type = request.headers['content-type'] ?? ''
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > limit) throw new AppError(413, 'too_large', { headers: { Connection: 'close' } })
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size > limit) throw new AppError(413, 'too_large', { headers: { Connection: 'close' } })
    parts.push(part as Buffer)
  }
  if (size === 0) return undefined
  if (!type.startsWith('application/json')) throw new AppError(415, 'unsupported_type', { detail: 'application/json is needed' })
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)))
  } catch {
    throw InvalidInput.field('', 'not_json', '请求不是有效的 JSON')
  }
}

/** Gives the one file of a multipart body as a stream that fails with 413 beyond 10 MB. */
export const readUpload = (request: IncomingMessage): Promise<Upload> =>
  new Promise((resolve, reject) => {
    let parser: busboy.Busboy
    try {
      parser = busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        limits: { files: 1, fields: 5, fileSize: MAX_FILE_BYTES + 1, fieldSize: 1024, parts: 8 },
      })
    } catch {
      request.resume()
      reject(new AppError(415, 'unsupported_type', { detail: 'multipart/form-data is needed' }))
      return
    }
    let found = false
    parser.on('file', (field, stream, info) => {
      if (field !== 'file') {
        stream.resume()
        return
      }
      found = true
      stream.on('limit', () => stream.destroy(new AppError(413, 'too_large', { headers: { Connection: 'close' } })))
      resolve({ stream, fileName: info.filename ?? '' })
    })
    parser.on('error', () => reject(InvalidInput.field('file', 'invalid_multipart', '上传的内容不完整')))
    parser.on('close', () => found || reject(InvalidInput.field('file', 'invalid_type', '没有收到文件')))
    request.pipe(parser)
  })
