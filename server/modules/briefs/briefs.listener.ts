import { personNames } from '@server/modules/identity'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import { BRIEF_MOVES, type BriefMove } from '@shared/briefs/moves'
import type { Brief } from './brief.model'
import { takesSignatures } from './briefs.policy'
import {
  type Telling,
  tellAuthors,
  tellDepartment,
  tellFormerDepartment,
  tellMembers,
  tellOffice,
  tellResidents,
} from './commands/tell-people'
import { WORDS_FOR_AUTHORS, WORDS_FOR_OFFICE, wordsForAsked, wordsForDepartment, wordsForFormer, wordsOfSigning } from './notice-words'
import { findBrief } from './queries/load-brief'

/** Residents hear once that it was adopted and once of the answer, those who have come over from another brief included. */
const tellWhoSpoke = async (brief: Brief, { at, data }: DomainEvent): Promise<void> => {
  const { move } = data as { move: BriefMove }
  if (move === 'adopt') await tellResidents({ brief, at, of: 'adopted' })
  if (move === 'answer') await tellResidents({ brief, at, of: 'answered' })
  const target = move === 'merge' && brief.mergedInto ? await findBrief(brief.mergedInto) : null
  if (target?.adoptedAt) await tellResidents({ brief: target, at, of: 'adopted' })
}

/** The department that has it by now, and the one from which it was taken. */
const tellOfPassing = async (telling: Omit<Telling, 'words'>, { data }: DomainEvent): Promise<void> => {
  const { brief } = telling
  if (data.departmentId === brief.department?.id) await tellDepartment({ ...telling, words: wordsForDepartment(brief) })
  const isFormer = typeof data.takenFrom === 'string' && data.takenFrom !== brief.department?.id
  if (isFormer) await tellFormerDepartment({ ...telling, words: wordsForFormer(brief) }, String(data.takenFrom))
}

const onMoved = async (brief: Brief, event: DomainEvent): Promise<void> => {
  const move = BRIEF_MOVES.find((one) => one === event.data.move)
  if (!move) return
  const { id, at } = event
  const telling = { id, at, brief }
  await tellAuthors({ ...telling, words: WORDS_FOR_AUTHORS[move](brief, event) })
  const forOffice = move === 'withdraw' && !brief.submittedAt ? undefined : WORDS_FOR_OFFICE[move]
  if (forOffice) await tellOffice({ ...telling, words: forOffice(brief) })
  if (move === 'passOn') await tellOfPassing(telling, event)
  await tellWhoSpoke(brief, event)
}

const onAsked = async (brief: Brief, { id, at, data }: DomainEvent): Promise<void> => {
  const { personIds, again } = data as { personIds: string[]; again: boolean }
  if (!takesSignatures(brief.state)) return
  // Whoever has declined meanwhile is not asked.
  const waiting = personIds.filter((personId) => brief.signatures.some((one) => one.personId === personId && one.state === 'asked'))
  await tellMembers({ id, at, brief, words: wordsForAsked(brief, again) }, waiting)
}

const onSigning = async (brief: Brief, { id, at, type, data }: DomainEvent): Promise<void> => {
  const personId = String(data.personId)
  const name = (await personNames([personId])).get(personId) ?? ''
  await tellMembers({ id, at, brief, words: wordsOfSigning(brief, name, type === 'brief.signed') }, [brief.author.personId])
}

const HEARD: Record<string, (brief: Brief, event: DomainEvent) => Promise<void>> = {
  'brief.moved': onMoved,
  'brief.asked': onAsked,
  'brief.signed': onSigning,
  'brief.unsigned': onSigning,
}

/** Tells whoever a step of a brief concerns. Heard twice, nobody is told twice. */
export const briefListener: Listener = async (events) => {
  for (const event of events) {
    const hear = HEARD[event.type]
    const brief = hear && (await findBrief(String(event.data.briefId)))
    if (hear && brief) await hear(brief, event)
  }
}
