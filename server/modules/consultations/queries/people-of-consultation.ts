import { toObjectId } from '@server/platform/database'
import { PEOPLE } from './who-took-part'

const BATCH = 500

/** Everybody who took part in a topic, in batches: who supported it, who signed up, who answered. Some come twice. */
export async function* peopleOfConsultation(id: string): AsyncGenerator<string[]> {
  const consultationId = toObjectId(id)
  if (!consultationId) return
  for (const next of Object.values(PEOPLE)) {
    let after: string | null = null
    do {
      const batch: string[] = await next({ consultationId, after, limit: BATCH })
      if (batch.length > 0) yield batch
      after = batch.at(-1) ?? null
    } while (after !== null)
  }
}
