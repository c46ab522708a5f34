/** Papers 文书: drafts from templates, read back, signed over their exact text, sealed, and checked by anybody with the code. */
import { paperAbilities } from './queries/paper-abilities'

export { unpackStrokes } from './drawing/ink'
export type { Paper } from './paper.model'
export { paperListener } from './papers.listener'
export { paperHandlers } from './papers.routes'
export { committeeOf } from './queries/committee-of'
export { findPaper, papersOf } from './queries/find-papers'
export { papersOfPerson } from './queries/papers-of-person'
export { renderParagraphs } from './render/paragraphs'
export { configurePapers } from './settings'

/** What cases asks of papers. */
export const paperPorts = { abilities: paperAbilities }
