import { localDate } from '@server/modules/deadlines'
import type { DocketPart } from '@shared/archive/schemas'
import type { PaperKind } from '@shared/papers/schemas'
import type { Block } from '../layout/blocks'
import type { DocketSource, SourcePaper } from '../source'
import type { Item } from './part'

const blockOf = ({ style, text, strokes }: SourcePaper['paragraphs'][number]): Block => {
  switch (style) {
    case 'title':
    case 'heading':
      return { kind: style, text }
    case 'signature':
      return { kind: 'signature', words: text, strokes }
    case 'seal':
      return { kind: 'text', text, look: 'right' }
    case 'note':
      return { kind: 'text', text, look: 'flush' }
    case 'body':
      return { kind: 'text', text }
  }
}

const itemOf = (paper: SourcePaper, part: DocketPart): Item => ({
  part,
  title: paper.number === '' ? paper.title : `${paper.title} ${paper.number}`,
  date: localDate(paper.effectiveAt),
  blocks: [...paper.paragraphs.map(blockOf), { kind: 'text', text: `文本摘要（SM3）：${paper.digest}`, look: 'small' }],
  attachments: [],
  digest: paper.digest,
})

/** Papers of some kinds that took effect, each as an item, oldest first. */
export const paperItems = ({ papers }: DocketSource, part: DocketPart, kinds: readonly PaperKind[]): Item[] =>
  papers.filter((paper) => kinds.includes(paper.kind)).map((paper) => itemOf(paper, part))
