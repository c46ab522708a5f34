import type { Actor } from '@server/platform/actor'
import { isDecided, isOver, takesVotes } from '@shared/consultations/words'
import type { Consultation } from './consultation.model'
import { leads } from './consultations.policy'
import type { Statement } from './statement.model'

type Topic = Pick<Consultation, 'state' | 'regionCode' | 'lead'>

/** A statement is known to everybody once it has passed; before, and when it was taken away, to its author alone. */
export const maySeeStatement = (personId: string, { state, authorId }: Pick<Statement, 'state' | 'authorId'>): boolean =>
  state === 'shown' || authorId === personId

/** What has passed is answered as long as the topic takes votes. */
export const isAnswerable = (doc: Pick<Consultation, 'state'>, { state }: Pick<Statement, 'state'>): boolean =>
  state === 'shown' && takesVotes(doc.state)

/** Who is in charge, and the office, take statements away until all is over. */
export const mayHide = (actor: Actor, doc: Topic): boolean => leads(actor, doc) && isDecided(doc.state) && !isOver(doc.state)
