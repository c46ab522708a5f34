import type { Actor } from '@server/platform/actor'
import { NotFound } from '@server/platform/errors'
import { loadConsultation } from './load-consultation'
import { loadStatement } from './load-statement'
import { publishedOpinion } from './published-opinion'

/**
 * A statement that everybody sees, as evidence: its words, the topic, and whose it is, so that this person can be told
 * what came of it. Throws NotFound for others.
 */
export const statementForBrief = async (options: {
  actor: Actor
  consultationId: string
  statementId: string
}): Promise<{ text: string; topic: string; personId: string | null }> => {
  const { actor, consultationId, statementId } = options
  const doc = await loadConsultation({ actor, id: consultationId })
  const { state, text, authorId } = await loadStatement({ actor, doc, id: statementId })
  if (state !== 'shown') throw new NotFound()
  return { text, topic: doc.title, personId: authorId }
}

/** The statements of a topic that unite all groups, and those that divide them. */
export const consultationForBrief = async (options: { actor: Actor; consultationId: string }): Promise<{ statementIds: string[] }> => {
  const doc = await loadConsultation({ actor: options.actor, id: options.consultationId })
  const { shown, statements } = await publishedOpinion(doc._id)
  if (!shown) return { statementIds: [] }
  const there = new Set(statements.map(({ _id }) => _id.toHexString()))
  const found = [...shown.findings.united, ...shown.findings.dividing].map(({ statement }) => statement)
  return { statementIds: [...new Set(found)].filter((id) => there.has(id)) }
}
