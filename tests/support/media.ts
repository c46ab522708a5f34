import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A picture of one colour. */
export const photo = (
  options: {
    width?: number
    height?: number
    format?: 'jpeg' | 'png' | 'webp'
    orientation?: number
    exif?: Record<string, Record<string, string>>
  } = {},
) => {
  const { width = 32, height = 24, format = 'jpeg', orientation, exif } = options
  let picture = sharp({ create: { width, height, channels: 3, background: '#a33' } })
  if (exif) picture = picture.withExif(exif)
  if (orientation) picture = picture.withMetadata({ orientation })
  return picture.toFormat(format).toBuffer()
}

const RATE = 8000
/** Silence as WAV: 8 kHz, 16 bit, mono. */
export const wav = (seconds: number): Buffer => {
  const data = Buffer.alloc(seconds * RATE * 2)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

/** Silence as MP3: MPEG 1 layer III, 32 kbit/s, 32 kHz, whose frames are 144 bytes and 36 ms long. */
export const mp3 = (seconds: number): Buffer => {
  const frame = Buffer.alloc(144)
  frame.set([0xff, 0xfb, 0x18, 0xc4])
  return Buffer.concat(Array.from({ length: Math.ceil((seconds * 1000) / 36) }, () => frame))
}

const box = (kind: string, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8, 0)
  head.write(kind, 4)
  return Buffer.concat([head, content])
}
/** The frame of an M4A without its sound; `vide` makes a film of it. */
export const m4a = (seconds: number, handler: 'soun' | 'vide' = 'soun'): Buffer => {
  const movie = Buffer.alloc(100)
  movie.writeUInt32BE(1000, 12)
  movie.writeUInt32BE(seconds * 1000, 16)
  const media = Buffer.alloc(24)
  media.write(handler, 8)
  const track = box('trak', box('mdia', box('hdlr', media)))
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0M4A mp42')),
    box('moov', box('mvhd', movie), track),
    box('mdat', Buffer.alloc(64)),
  ])
}

const chunk = (kind: string, data: Buffer): Buffer => {
  const content = Buffer.concat([Buffer.from(kind), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(content), 4)
  return Buffer.concat([ends.subarray(0, 4), content, ends.subarray(4)])
}
/** A small PNG that unpacks to a square of `side` pixels. */
export const pictureBomb = (side: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}
