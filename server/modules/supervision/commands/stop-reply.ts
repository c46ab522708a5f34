import { type Case, clockOf, ended, findCase, recordCaseEvent } from '@server/modules/cases'
import { Conflict } from '@server/platform/errors'

const TRIES = 5

const runsSince = (doc: Case, at: Date) => doc.deadlines.find((one) => one.kind === 'reply' && one.open && one.startedAt <= at)

/** The first words of the handler to the applicant end the wait for them. What the parties themselves write does not. */
export const stopReply = async (options: { caseId: string; byPersonId: string; at: Date }): Promise<void> => {
  const { caseId, byPersonId, at } = options
  for (let tries = 0; tries < TRIES; tries += 1) {
    const doc = await findCase(caseId)
    const running = runsSince(doc, at)
    if (!running || doc.parties.some((party) => party.personId === byPersonId)) return
    const deadlines = doc.deadlines.map((one) => (one === running ? ended(one, at) : one))
    try {
      await recordCaseEvent({ caseId, where: { changes: doc.changes }, set: { ...clockOf(deadlines, doc.status === 'suspended') } })
      return
    } catch (error) {
      // Somebody wrote in between: once more, from what they left.
      if (!(error instanceof Conflict)) throw error
    }
  }
  throw new Conflict('conflict')
}
