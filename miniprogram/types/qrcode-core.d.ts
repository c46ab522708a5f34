/** The part of `qrcode` that computes a code; its drawing parts need what WeChat does not have. */
declare module 'qrcode/lib/core/qrcode' {
  export const create: (
    segments: readonly { data: Uint8Array; mode: 'byte' }[],
    options?: { errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H' },
  ) => { modules: { size: number; data: ArrayLike<number> } }
}
