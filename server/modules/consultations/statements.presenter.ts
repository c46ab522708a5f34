import type { Actor } from '@server/platform/actor'
import type { StatementView } from '@shared/consultations/opinion'
import { ANSWERS } from '@shared/consultations/opinion'
import type { Consultation } from './consultation.model'
import type { Answer } from './groups'
import type { Statement } from './statement.model'
import { isAnswerable, mayHide } from './statements.policy'

type Spoken = (typeof ANSWERS)[number]
const VALUES: Record<Spoken, Answer> = { agree: 1, disagree: -1, pass: 0 }

/** As it is counted. */
export const countedAs = (answer: Spoken): Answer => VALUES[answer]
/** As it is said. */
export const spokenOf = (value: Answer): Spoken => ANSWERS.find((answer) => VALUES[answer] === value) ?? 'pass'

/** A statement for one reader, with the reader's own answer. Whose it is nobody but its author learns. */
export const presentStatement = (options: {
  actor: Actor
  doc: Consultation
  statement: Statement
  answer: Answer | undefined
}): StatementView => {
  const { actor, doc, statement, answer } = options
  const mine = statement.authorId === actor.personId
  const can: [StatementView['can'][number], boolean][] = [
    ['answer', isAnswerable(doc, statement)],
    ['hide', statement.state === 'shown' && mayHide(actor, doc)],
  ]
  return {
    id: statement._id.toHexString(),
    text: statement.text,
    state: statement.state,
    reason: mine ? statement.reason : null,
    mine,
    answer: answer === undefined ? null : spokenOf(answer),
    can: can.flatMap(([ability, may]) => (may ? [ability] : [])),
  }
}
