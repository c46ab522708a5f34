import { toObjectId } from '@server/platform/database'
import { type Supervision, SupervisionModel } from '../supervision.model'

/** The person who asks in a supervision: the one who is told of its reply. */
export const askerOf = async (supervisionId: string): Promise<string | undefined> => {
  const _id = toObjectId(supervisionId)
  const found = _id && (await SupervisionModel.findById(_id, { byPersonId: 1 }).lean<Pick<Supervision, 'byPersonId'>>())
  return found?.byPersonId
}
