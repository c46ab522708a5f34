import { toLocalIso } from '@server/modules/deadlines'
import type { Paper, Signature } from '../paper.model'
import { isHeading } from '../templates/template'

export interface Paragraph {
  style: 'title' | 'heading' | 'body' | 'signature' | 'seal' | 'note'
  text: string
  /** The drawing that belongs to a line of signature. */
  signature?: Signature
}

const minute = (at: Date): string => toLocalIso(at).slice(0, 16).replace('T', ' ')

/** A paper as paragraphs, in the order in which they are printed: its text, who signed and when, the seal. */
export const renderParagraphs = (paper: Paper): Paragraph[] => {
  const [title = '', ...lines] = paper.text.split('\n')
  const found: Paragraph[] = [{ style: 'title', text: title }]
  if (paper.number) found.push({ style: 'note', text: paper.number })
  for (const text of lines) found.push({ style: isHeading(text) ? 'heading' : 'body', text })
  for (const signature of paper.signatures) {
    const text = `${signature.role}（签名）：${signature.name}　${minute(signature.at)}`
    found.push({ style: 'signature', text, ...(signature.ink.buffer.length > 0 ? { signature } : {}) })
  }
  if (paper.sealedBy && paper.effectiveAt)
    found.push({ style: 'seal', text: `${paper.sealedBy}（盖章）　${minute(paper.effectiveAt).slice(0, 10)}` })
  if (paper.status === 'void') found.push({ style: 'note', text: `已作废${paper.voidReason ? `：${paper.voidReason}` : ''}` })
  return found
}
