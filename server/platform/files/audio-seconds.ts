/** How long a recording plays, in seconds; undefined when its parts do not add up to a recording. */
export type Measure = (bytes: Buffer) => number | undefined

const text = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4)

const wav: Measure = (bytes) => {
  let rate = 0
  for (let at = 12; at + 8 <= bytes.length; ) {
    // A recorder that was cut off leaves a size of 0 or of all ones: what is there counts.
    const said = bytes.readUInt32LE(at + 4)
    const left = bytes.length - at - 8
    if (text(bytes, at) === 'fmt ' && left >= 16) rate = bytes.readUInt32LE(at + 16)
    if (text(bytes, at) === 'data') return rate > 0 ? (said === 0 || said > left ? left : said) / rate : undefined
    at += 8 + said + (said % 2)
  }
  return undefined
}

const MPEG1_LAYER3 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const MPEG2_LAYER3 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const RATES = [44100, 48000, 32000]

const frameAt = (bytes: Buffer, at: number): { size: number; seconds: number } | undefined => {
  const [sync = 0, kind = 0, coding = 0] = bytes.subarray(at, at + 3)
  // Layer III only, of MPEG 1, 2 or 2.5.
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0 || (kind & 0x06) !== 0x02) return undefined
  const version = (kind >> 3) & 3
  const rate = (RATES[(coding >> 2) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4)
  const bits = ((version === 3 ? MPEG1_LAYER3 : MPEG2_LAYER3)[coding >> 4] ?? 0) * 1000
  if (version === 1 || rate === 0 || bits === 0) return undefined
  const samples = version === 3 ? 1152 : 576
  return { size: Math.floor(((samples / 8) * bits) / rate) + ((coding >> 1) & 1), seconds: samples / rate }
}

const mp3: Measure = (bytes) => {
  const tag = bytes.toString('latin1', 0, 3) === 'ID3'
  let at = tag ? 10 + bytes.subarray(6, 10).reduce((size, byte) => size * 128 + (byte & 127), 0) : 0
  let seconds = 0
  while (at + 4 <= bytes.length) {
    const frame = frameAt(bytes, at)
    seconds += frame?.seconds ?? 0
    at += frame?.size ?? 1
  }
  return seconds > 0 ? seconds : undefined
}

/** The boxes of an MP4 between two places: their kind and where their content lies. */
function* boxes(bytes: Buffer, from: number, to: number): Generator<{ kind: string; start: number; end: number }> {
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at) || to - at
    if (size < 8) return
    yield { kind: text(bytes, at + 4), start: at + 8, end: Math.min(at + size, to) }
    at += size
  }
}

const m4a: Measure = (bytes) => {
  const moov = [...boxes(bytes, 0, bytes.length)].find((box) => box.kind === 'moov')
  const inside = moov ? [...boxes(bytes, moov.start, moov.end)] : []
  const head = inside.find((box) => box.kind === 'mvhd')
  // A film is no recording, even if it calls itself one.
  const filmed = inside.some((box) => box.kind === 'trak' && bytes.subarray(box.start, box.end).includes('vide', 0, 'latin1'))
  if (!head || filmed || head.end - head.start < 32) return undefined
  const long = bytes[head.start] === 1
  const scale = bytes.readUInt32BE(head.start + (long ? 20 : 12))
  const length = long ? Number(bytes.readBigUInt64BE(head.start + 24)) : bytes.readUInt32BE(head.start + 16)
  return scale > 0 && length > 0 ? length / scale : undefined
}

/** By the type that is stored. */
export const MEASURES = { 'audio/wav': wav, 'audio/mpeg': mp3, 'audio/mp4': m4a } as const
