import { type Case, findCases, type MoveInput, moveCase } from '@server/modules/cases'
import { Conflict, InvalidInput } from '@server/platform/errors'

/** Desks may fill up, and the case may be written to, while somebody is looked for. */
const TRIES = 10

/**
 * The service moves a case to whom `next` says, as the case stands at that moment; undefined: there is nothing to do any
 * more. When the one named cannot have it after all (the desk has filled up), `next` is asked again without them.
 */
export const moveByItself = async (options: {
  caseId: string
  next: (doc: Case, tried: readonly string[]) => Promise<MoveInput | undefined>
}): Promise<Case | undefined> => {
  const { caseId, next } = options
  const tried: string[] = []
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [doc] = await findCases([caseId])
    const input = doc && (await next(doc, tried))
    if (!doc || !input) return undefined
    try {
      return (await moveCase({ actor: 'system', caseId, input: { ...input, revision: doc.revision } })).doc
    } catch (error) {
      if (!(error instanceof InvalidInput) && !(error instanceof Conflict)) throw error
      if (error instanceof InvalidInput && input.assigneeId) tried.push(input.assigneeId)
    }
  }
  return undefined
}
