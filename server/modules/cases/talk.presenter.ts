import { toLocalIso } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { presentFile } from '@server/platform/files'
import type { MessageView, NoteView, Part, ReadView } from '@shared/cases/schemas'
import { ROLE_NAMES } from '@shared/identity/schemas'
import type * as z from 'zod/mini'
import type { Case } from './case.model'
import { sideOf } from './cases.policy'
import type { Message, Speaker } from './message.model'
import type { Note } from './note.model'
import type { ReadEntry } from './read-log.model'

const SIDE_WORDS = { applicant: '申请人', respondent: '对方当事人' } as const
const PART_WORDS: Partial<Record<Part, string>> = { representative: '的代理人', guardian: '的监护人' }
export const ANONYMOUS = '匿名居民'

/** Who spoke, in words: the name and what they are in the case. */
export const speakerWords = (options: { by: Speaker; hidden: boolean; names: Map<string, string> }): string => {
  const { by, hidden, names } = options
  if (by.side === 'staff') return by.role ? `${by.name} ${ROLE_NAMES[by.role]}` : by.name
  if (hidden && by.side === 'applicant') return ANONYMOUS
  const words = `${SIDE_WORDS[by.side]}${(by.part && PART_WORDS[by.part]) ?? ''}`
  return `${names.get(by.personId) ?? ''} ${words}`.trim()
}

/** A message as one of its room sees it; an anonymous applicant stays so for the other side. */
export const presentMessage = (options: { message: Message; doc: Case; actor: Actor; names: Map<string, string> }): MessageView => {
  const { message, doc, actor, names } = options
  const hidden = doc.anonymous && sideOf(actor, doc) === 'respondent'
  return {
    id: message._id.toHexString(),
    room: message.room,
    by: speakerWords({ by: message.by, hidden, names }),
    text: message.text,
    files: message.files.map(presentFile),
    at: toLocalIso(message.at),
    mine: message.by.personId === actor.personId,
  }
}

/** A note as its author sees it. */
export const presentNote = ({ _id, text, files, at }: Note): z.infer<typeof NoteView> => ({
  id: _id.toHexString(),
  text,
  files: files.map(presentFile),
  at: toLocalIso(at),
})

/** One reading of a case by somebody of the staff. */
export const presentRead = (entry: ReadEntry): z.infer<typeof ReadView> => ({
  at: toLocalIso(entry.at),
  by: entry.name,
  role: ROLE_NAMES[entry.role],
  what: entry.what,
  reason: entry.reason,
})
