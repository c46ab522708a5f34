import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { database, ObjectId } from '@server/platform/database'
import { mongo } from 'mongoose'
import { sm3 } from './sm3'

/** What was stored for good: its place, length and digest. */
export interface Blob {
  id: string
  size: number
  sm3: string
}

let known: { db: mongo.Db; bucket: mongo.GridFSBucket } | undefined
const bucket = (): mongo.GridFSBucket => {
  const db = database()
  if (known?.db !== db) known = { db, bucket: new mongo.GridFSBucket(db, { bucketName: 'archive', chunkSizeBytes: 256 * 1024 }) }
  return known.bucket
}

/** Stores bytes beside the files that people upload: nobody but the archive reaches them. */
export const storeBlob = async (bytes: Buffer, name: string): Promise<Blob> => {
  const id = new ObjectId()
  await pipeline([bytes], bucket().openUploadStreamWithId(id, name))
  return { id: id.toHexString(), size: bytes.length, sm3: sm3(bytes) }
}
export const openBlob = (id: string): Readable => bucket().openDownloadStream(new ObjectId(id))
/** Takes away what turned out not to be needed. */
export const removeBlob = (id: string): Promise<void> => bucket().delete(new ObjectId(id))

/** Takes away what killed runs have left under the same name. */
export const removeOthers = async (name: string, keptId: string): Promise<void> => {
  const left = await bucket()
    .find({ filename: name, _id: { $ne: new ObjectId(keptId) } })
    .toArray()
  for (const { _id } of left) await bucket().delete(_id)
}
