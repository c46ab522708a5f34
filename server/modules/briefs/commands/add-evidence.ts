import type { Actor } from '@server/platform/actor'
import { inTransaction } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { isRepeat, markOf, type RequestMark } from '@server/platform/once'
import { refuseSpent } from '@server/platform/spent-marks'
import type { AddEvidence } from '@shared/briefs/schemas'
import { type Brief, MOST_EVIDENCE } from '../brief.model'
import { type Gathered, gatherEvidence } from '../queries/gather-evidence'
import { loadBrief } from '../queries/load-brief'
import { keepResidents } from '../queries/residents'
import { changeOfText } from '../signatures'
import { PROBLEMS } from '../texts'
import { newEvidence } from './new-evidence'
import { checkWritable, loadOwnDraft } from './write-brief'
import { retryChange, writeChange } from './write-change'

/** Whether an earlier request with the same key added it. */
const isAdded = ({ evidence }: Brief, mark: RequestMark | undefined): boolean => evidence.some(({ request }) => isRepeat(request, mark))

const refuse = ({ evidence }: Brief, { ref }: Gathered['evidence']): void => {
  if (evidence.length >= MOST_EVIDENCE) throw new Conflict('conflict', PROBLEMS.tooMuch)
  if (ref !== null && evidence.some((one) => one.ref === ref)) throw new Conflict('already_exists', PROBLEMS.taken)
}

/** Takes up something that claims can rest on, once for a key, and the same thing once. Throws NotFound for what is not the actor's to read. */
export const addEvidence = async (options: { actor: Actor; briefId: string; asked: AddEvidence; key: string | undefined }) => {
  const { actor, briefId, asked, key } = options
  const mark = markOf({ actorId: actor.accountId, call: 'briefs.addEvidence', key, body: { briefId, asked } })
  const first = await loadBrief({ actor, briefId })
  if (isAdded(first, mark)) return { brief: first, created: false }
  await refuseSpent(mark)
  checkWritable(actor, first)
  const gathered = await gatherEvidence({ actor, asked })
  return retryChange(async () => {
    const brief = await loadOwnDraft({ actor, briefId })
    if (isAdded(brief, mark)) return { brief, created: false }
    refuse(brief, gathered.evidence)
    const added = newEvidence(gathered, mark)
    const change = changeOfText(brief, { evidence: [...brief.evidence, added] })
    const evidence = [{ evidenceId: added.id, personIds: gathered.personIds }]
    const written = await inTransaction(async (session) => {
      await keepResidents({ briefId, evidence, session })
      return writeChange({ brief, change, session })
    })
    return { brief: written, created: true }
  })
}
