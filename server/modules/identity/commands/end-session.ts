import { inTransaction, toObjectId } from '@server/platform/database'
import { applyChange, recordChange } from '../changes'
import { LoginSessionModel } from '../session.model'

/** Ends one session: its tokens work no more, here at once and in the other processes within seconds. */
export const endSession = async (options: { personId: string; sessionId: string }): Promise<void> => {
  const { personId, sessionId } = options
  await inTransaction(async (session) => {
    await LoginSessionModel.deleteOne({ _id: toObjectId(sessionId), personId }, { session })
    await recordChange({ personId, sessionId }, session)
  })
  applyChange({ personId, sessionId })
}
