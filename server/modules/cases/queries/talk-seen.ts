import { toObjectId } from '@server/platform/database'
import { personKey } from '../keys'
import { type MessageMark, MessageMarkModel } from '../message-mark.model'

/** Up to when some persons have read in some cases, under `person case`; those who have read nothing are missing. */
export const talkSeen = async (options: { personIds: string[]; caseIds: string[] }): Promise<Map<string, Date>> => {
  const persons = new Map(options.personIds.map((id) => [personKey(id), id]))
  const caseId = { $in: options.caseIds.flatMap((id) => toObjectId(id) ?? []) }
  const marks = await MessageMarkModel.find({ caseId, reader: { $in: [...persons.keys()] } }).lean<MessageMark[]>()
  return new Map(marks.flatMap((mark) => (mark.seenAt ? [[`${persons.get(mark.reader)} ${mark.caseId.toHexString()}`, mark.seenAt]] : [])))
}
