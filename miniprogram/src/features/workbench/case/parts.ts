import type { CaseView } from '@shared/cases/schemas'
import { isClosed } from '@shared/cases/words'
import { texts } from '../texts'
import { isInRooms } from './steps'

export const CASE_PARTS = ['work', 'talk', 'papers', 'kept', 'docket'] as const
export type CasePart = (typeof CASE_PARTS)[number]

/** The parts of a case that its reader has something to see in. */
export const partsOf = (view: Pick<CaseView, 'can' | 'relation' | 'status'>, wide: boolean): CasePart[] => {
  const may = (...abilities: CaseView['can']) => abilities.some((each) => view.can.includes(each))
  const shown: Record<CasePart, boolean> = {
    work: true,
    // on a wide window the talk stands beside the work
    talk: isInRooms(view) && !wide,
    papers: may('readPapers', 'draftPaper'),
    kept: may('readObligations', 'setJudicial', 'followUp') || (view.relation === 'owner' && isClosed(view.status)),
    docket: may('readDocket', 'addSupplement'),
  }
  return CASE_PARTS.filter((each) => shown[each])
}

export const tabsOf = (parts: readonly CasePart[]): { key: CasePart; name: string }[] =>
  parts.map((key) => ({ key, name: texts.tabs[key] }))

/** The part that an intent leads to. */
export const partOf = (intent: string | undefined): CasePart => CASE_PARTS.find((each) => each === intent) ?? 'work'
