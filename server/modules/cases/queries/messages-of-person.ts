import { toLocalIso } from '@server/modules/deadlines'
import { type Message, MessageModel } from '../message.model'

const MOST = 5000

/** What somebody has said in all rooms, for the export of their data; the newest 5,000. */
export const messagesOfPerson = async (personId: string): Promise<unknown[]> => {
  const rows = await MessageModel.find({ 'by.personId': personId }).sort({ at: -1 }).limit(MOST).lean<Message[]>()
  return rows.map(({ _id, caseId, room, text, files, at }) => ({
    id: _id.toHexString(),
    caseId: caseId.toHexString(),
    room,
    text,
    files: files.map((file) => file.id),
    at: toLocalIso(at),
  }))
}
