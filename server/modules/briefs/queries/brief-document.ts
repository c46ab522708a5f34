import type { Actor } from '@server/platform/actor'
import type { Brief } from '../brief.model'
import { textForOthers } from '../brief-text'
import { presentBrief } from '../briefs.presenter'
import { linesOf } from '../document/lines'
import { writeDocument } from '../document/write-document'

/** A brief in the office's layout, with the words that others may read: a paper goes from hand to hand. */
export const briefDocument = async ({ actor, brief }: { actor: Actor; brief: Brief }): Promise<{ file: Buffer; title: string }> => {
  const view = presentBrief({ brief: { ...brief, ...textForOthers(brief) }, actor, residents: 0 })
  const file = await writeDocument(linesOf(view, brief.submittedAt ?? brief.at), view.title)
  return { file, title: brief.number ? `${brief.number} ${view.title}` : view.title }
}
