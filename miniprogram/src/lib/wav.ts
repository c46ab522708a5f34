const RATE = 16_000
const HEADER = 44

const write = (view: DataView, at: number, words: string): void => {
  for (let index = 0; index < words.length; index++) view.setUint8(at + index, words.charCodeAt(index))
}

/** Samples (-1…1) as a WAV file, 16 bit, mono. */
export const encodeWav = (samples: Float32Array, rate: number): ArrayBuffer => {
  const buffer = new ArrayBuffer(HEADER + samples.length * 2)
  const view = new DataView(buffer)
  write(view, 0, 'RIFF')
  view.setUint32(4, buffer.byteLength - 8, true)
  write(view, 8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  write(view, 36, 'data')
  view.setUint32(40, samples.length * 2, true)
  samples.forEach((sample, index) => {
    view.setInt16(HEADER + index * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true)
  })
  return buffer
}

/** What a browser recorded, in its own format, as WAV at 16 kHz: what everything here can play. */
export const toWav = async (recorded: Blob): Promise<{ wav: Blob; seconds: number }> => {
  const context = new AudioContext()
  try {
    const sound = await context.decodeAudioData(await recorded.arrayBuffer())
    const offline = new OfflineAudioContext(1, Math.max(1, Math.ceil(sound.duration * RATE)), RATE)
    const source = offline.createBufferSource()
    source.buffer = sound
    source.connect(offline.destination)
    source.start()
    const mono = await offline.startRendering()
    return { wav: new Blob([encodeWav(mono.getChannelData(0), RATE)], { type: 'audio/wav' }), seconds: sound.duration }
  } finally {
    void context.close()
  }
}
