import type { Brief } from '../brief.model'
import { findBrief } from './load-brief'
import { residentsOf } from './residents'

const BATCH = 500

/** What a brief was about, and what its department answered, for telling everybody. */
type BriefResult = Pick<Brief, 'title' | 'regionCode' | 'situation' | 'department'> & { answer: NonNullable<Brief['answer']> }

/** The result of a brief; undefined as long as no department has answered. */
export const briefResultOf = async (briefId: string): Promise<BriefResult | undefined> => {
  const found = await findBrief(briefId)
  if (!found?.answer) return undefined
  const { title, regionCode, situation, department, answer } = found
  return { title, regionCode, situation, department, answer }
}

/** The residents whose words a brief rests on, in batches; somebody may come twice. */
export async function* peopleOfBrief(briefId: string): AsyncGenerator<string[]> {
  const found = await findBrief(briefId)
  if (found) yield* residentsOf(found, BATCH)
}
