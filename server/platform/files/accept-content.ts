import { MAX_AUDIO_SECONDS } from '@shared/platform/files'
import { fileTypeFromBuffer } from 'file-type/core'
import sharp from 'sharp'
import { AppError, InvalidInput } from '../errors'
import { MEASURES } from './audio-seconds'

/** What is kept of an upload. */
export interface Content {
  bytes: Buffer
  mime: string
}

const MAX_PIXELS = 50_000_000
const MAX_SIDE = 2560
const IMAGES = new Set(['image/jpeg', 'image/png', 'image/webp'])
const AUDIO: Record<string, keyof typeof MEASURES> = {
  'audio/wav': 'audio/wav',
  'audio/mpeg': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp4': 'audio/mp4',
  // Browsers that record AAC leave the brand of a film on it; whether there is a picture in it is looked at.
  'video/mp4': 'audio/mp4',
}
// One picture at a time on each of few threads: a decoded photo takes 200 MB at most.
sharp.concurrency(1)
sharp.cache(false)

const unsupported = () => new AppError(415, 'unsupported_type')

/** The picture alone, upright, no larger than a screen needs: what was in it about place, time and camera is gone. */
const cleanImage = async (bytes: Buffer): Promise<Content> => {
  try {
    const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error' })
    const { width = 0, height = 0 } = await picture.metadata()
    if (width * height > MAX_PIXELS) throw new AppError(413, 'too_large')
    const clean = picture
      .autoOrient()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .timeout({ seconds: 20 })
    return { bytes: await clean.toBuffer(), mime: 'image/jpeg' }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw unsupported()
  }
}

const checkAudio = (bytes: Buffer, mime: keyof typeof MEASURES): Content => {
  const seconds = MEASURES[mime](bytes)
  if (seconds === undefined) throw unsupported()
  // Recorders stop a little late.
  if (seconds > MAX_AUDIO_SECONDS + 1) throw InvalidInput.field('file', 'too_long', `录音不能超过 ${MAX_AUDIO_SECONDS} 秒`)
  return { bytes, mime }
}

/** Makes of an upload what may be kept, by what it is and not by what it says. 415 for other types, 413 for bombs. */
export const acceptContent = async (bytes: Buffer): Promise<Content> => {
  // A broken file may lead the detector astray, which is as good as not being recognised.
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (type && IMAGES.has(type.mime)) return cleanImage(bytes)
  const audio = type && AUDIO[type.mime]
  if (!audio) throw unsupported()
  return checkAudio(bytes, audio)
}
