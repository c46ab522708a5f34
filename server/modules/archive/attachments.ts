import type { FileRef } from '@server/platform/files'
import type { Docket } from './compose-docket'

/** What goes beside the document, under a name that tells where it belongs. */
export interface Attachment {
  name: string
  title: string
  file: FileRef
}

const ENDINGS: Record<string, string> = { 'image/jpeg': 'jpg', 'audio/wav': 'wav', 'audio/mpeg': 'mp3', 'audio/mp4': 'm4a' }
/** The ending of a stored file's name. */
export const endingOf = ({ mime }: Pick<FileRef, 'mime'>): string => ENDINGS[mime] ?? 'bin'

/** attachments/evidence-001.jpg, … Names without Chinese: old programs that unpack archives spoil them. */
export const attachmentsOf = (docket: Docket): Attachment[] =>
  docket.items.flatMap(({ part, title, attachments }) =>
    attachments.map((file, index) => {
      const place = String(index + 1).padStart(3, '0')
      return { name: `attachments/${part}-${place}.${endingOf(file)}`, title: `${title} ${index + 1}`, file }
    }),
  )
