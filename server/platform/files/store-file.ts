import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mongo } from 'mongoose'
import { clock } from '../clock'
import { database, ObjectId } from '../database'
import { AppError, InvalidInput } from '../errors'
import { createOnce, markOf } from '../once'
import { acceptContent, type Content } from './accept-content'
import { FileModel, type FileRef, refOf, type StoredFile } from './file.model'

let known: { db: mongo.Db; bucket: mongo.GridFSBucket } | undefined
const bucket = (): mongo.GridFSBucket => {
  const db = database()
  // Kept, for a new one looks after its indexes at its first upload.
  if (known?.db !== db) known = { db, bucket: new mongo.GridFSBucket(db, { bucketName: 'content', chunkSizeBytes: 256 * 1024 }) }
  return known.bucket
}

const collect = async (stream: Readable): Promise<Buffer> => {
  const parts: Buffer[] = []
  try {
    for await (const part of stream) parts.push(part as Buffer)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw InvalidInput.field('file', 'invalid_multipart', '上传的内容不完整')
  }
  return Buffer.concat(parts)
}

/** Removes a file with its content; content first, so that a kill in between leaves a record to find it by. */
export const removeFile = async (id: ObjectId): Promise<void> => {
  await bucket()
    .delete(id)
    .catch(() => undefined)
  await database().collection('content.chunks').deleteMany({ files_id: id })
  await FileModel.deleteOne({ _id: id })
}

const write = async (id: ObjectId, { bytes }: Content): Promise<void> => {
  const target = bucket().openUploadStreamWithId(id, id.toHexString())
  await pipeline([bytes], target)
}

/** Record, content, then the record's completion: whatever a kill leaves is found by its record and removed. */
const insert = async (file: StoredFile, content: Content): Promise<StoredFile> => {
  const { request, ...record } = file
  await FileModel.collection.insertOne(record as never)
  try {
    await write(file._id, content)
    await FileModel.updateOne({ _id: file._id }, { $set: { stored: true, ...(request && { request }) } })
    return { ...file, stored: true }
  } catch (error) {
    await removeFile(file._id).catch(() => undefined)
    throw error
  }
}

/**
 * Takes in an upload, once for a key. Throws 413 for what is too large, 415 for what is neither a photo nor a recording,
 * 400 for what breaks off. Nothing is left of what was refused.
 */
export const storeFile = async (options: {
  upload: () => Promise<{ stream: Readable }>
  personId: string
  actorId: string
  key: string | undefined
}): Promise<{ value: FileRef; created: boolean }> => {
  const { stream } = await options.upload()
  const bytes = await collect(stream)
  if (bytes.length === 0) throw InvalidInput.field('file', 'too_small', '文件是空的')
  const hash = createHash('sha256').update(bytes).digest('base64url')
  const mark = markOf({ actorId: options.actorId, call: 'files.upload', key: options.key, body: hash })
  const { value, created } = await createOnce<StoredFile>({
    mark,
    create: async () => {
      const content = await acceptContent(bytes)
      const state = { stored: false, referred: false, createdAt: clock.now() }
      const { mime } = content
      const size = content.bytes.length
      return insert({ _id: new ObjectId(), personId: options.personId, mime, size, ...state, request: mark }, content)
    },
    find: ({ by, key }) => FileModel.findOne({ 'request.by': by, 'request.key': key }).lean<StoredFile>(),
  })
  return { value: refOf(value), created }
}

/** A stored file's content, or a part of it; `end` is the last byte that is wanted. */
export const openContent = (id: string, range?: { start: number; end: number }): Readable =>
  bucket().openDownloadStream(new ObjectId(id), range && { start: range.start, end: range.end + 1 })
