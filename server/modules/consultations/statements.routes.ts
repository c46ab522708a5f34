import { createdOr, handlers } from '@server/platform/http/request'
import { addStatement } from './commands/add-statement'
import { answerStatement } from './commands/answer-statement'
import { hideStatement } from './commands/hide-statement'
import { presentOpinion } from './opinion.presenter'
import { answersOf, listStatements } from './queries/list-statements'
import { loadConsultation } from './queries/load-consultation'
import { loadStatement } from './queries/load-statement'
import { publishedOpinion } from './queries/published-opinion'
import { ownStanding } from './queries/standing-of'
import { countedAs, presentStatement } from './statements.presenter'

/** Statements on a topic, what people say to them, and the groups that come of it. */
export const statementHandlers = () =>
  handlers({
    'statements.list': async ({ actor, params, query }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      const { rows, nextCursor } = await listStatements({ actor, doc, asked: query })
      return { items: rows.map((row) => presentStatement({ actor, doc, ...row })), nextCursor }
    },
    'statements.add': async ({ actor, params, body, key }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      const { statement, created } = await addStatement({ actor, doc, text: body.text, key })
      return createdOr(created, presentStatement({ actor, doc, statement, answer: undefined }))
    },
    'statements.answer': async ({ actor, params, body }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      const statement = await loadStatement({ actor, doc, id: params.statementId })
      const answer = countedAs(body.answer)
      await answerStatement({ actor, doc, statement, answer })
      return presentStatement({ actor, doc, statement, answer })
    },
    'statements.hide': async ({ actor, params, body }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      const found = await loadStatement({ actor, doc, id: params.statementId })
      const statement = await hideStatement({ actor, doc, statement: found, reason: body.reason })
      const answers = await answersOf({ consultationId: doc._id, personId: actor.personId })
      return presentStatement({ actor, doc, statement, answer: answers[params.statementId] })
    },
    'statements.opinion': async ({ actor, params }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      const of = { consultationId: doc._id, personId: actor.personId }
      const [published, me] = await Promise.all([publishedOpinion(doc._id), ownStanding(of)])
      return presentOpinion(published, doc.voters, me)
    },
  })
