import type { FileRef } from '@server/platform/files'
import type { DocketPart } from '@shared/archive/schemas'
import type { Block } from '../layout/blocks'

/** One thing in a docket: it begins on a page of its own and has a line in the index. */
export interface Item {
  part: DocketPart
  title: string
  /** YYYY-MM-DD; empty when it has none. */
  date: string
  blocks: Block[]
  /** What goes beside the file, as it was handed in: photos and recordings. */
  attachments: FileRef[]
  /** SM3 that belongs to it already, such as a signed paper's. */
  digest?: string
}

/** So many photos are shown; of more, each has a line, so that a file of any size can be made. */
const MOST_PICTURES = 320

/** Photos as pictures, in their order; a recording can only be mentioned. */
export const fileBlocks = (files: readonly FileRef[], caption: (index: number) => string): Block[] =>
  files.map((file, index) => {
    const isPhoto = file.mime.startsWith('image/')
    return isPhoto && index < MOST_PICTURES
      ? { kind: 'picture', file, caption: caption(index) }
      : { kind: 'text', text: `${caption(index)}：${isPhoto ? '照片' : '录音'}，见附件`, look: 'flush' }
  })

const LABEL = 96
const REST = 346
/** A form: names on the left, what is filled in on the right. */
export const form = (rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'table',
  widths: [LABEL, REST],
  head: null,
  rows: rows.map(([label, value]) => [label, value === '' ? '—' : value]),
})
