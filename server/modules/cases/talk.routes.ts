import { personNames } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import { Forbidden, NotFound } from '@server/platform/errors'
import { createdOr, handlers } from '@server/platform/http/request'
import type { Case } from './case.model'
import { presentCase } from './cases.presenter'
import { answerQuestion } from './commands/answer-question'
import { askContributor } from './commands/ask-contributor'
import { logRead } from './commands/log-read'
import { markRead } from './commands/mark-read'
import { sendMessage } from './commands/send-message'
import { withdrawQuestion } from './commands/withdraw-question'
import type { Message } from './message.model'
import { noteHandlers } from './notes.routes'
import { partyHandlers } from './parties.routes'
import { loadCase } from './queries/find-case'
import { listMessages } from './queries/list-messages'
import { listReads } from './queries/list-reads'
import { maySpeakIn, roomsToRead } from './talk.policy'
import { presentMessage, presentRead } from './talk.presenter'

/** A case, and the rooms of it that the actor reads. Throws NotFound for who reads none: they must not know of the talk. */
const loadTalk = async (actor: Actor, caseId: string) => {
  const { doc, relations } = await loadCase({ actor, caseId })
  return { doc, relations, rooms: roomsToRead({ actor, doc, relations }) }
}

const presentMessages = async (options: { actor: Actor; doc: Case; messages: Message[] }) => {
  const { actor, doc, messages } = options
  const speakers = messages.filter(({ by }) => by.side !== 'staff').map(({ by }) => by.personId)
  const names = await personNames([...new Set(speakers)])
  return messages.map((message) => presentMessage({ message, doc, actor, names }))
}

const messageHandlers = () =>
  handlers({
    'messages.list': async ({ actor, params, query }) => {
      const { doc, rooms } = await loadTalk(actor, params.id)
      const asked = rooms.filter((room) => query.room === undefined || room === query.room)
      if (asked.length === 0) throw new NotFound()
      const { rows, nextCursor } = await listMessages({ doc, rooms: asked, limit: query.limit, cursor: query.cursor })
      logRead({ actor, doc, what: 'messages' })
      return { items: await presentMessages({ actor, doc, messages: rows }), nextCursor }
    },
    'messages.send': async ({ actor, params, body, key }) => {
      const { doc, relations, rooms } = await loadTalk(actor, params.id)
      if (!rooms.includes(body.room) || !maySpeakIn({ actor, doc, relations, room: body.room })) throw new Forbidden()
      const { value, created } = await sendMessage({ actor, doc, body, key })
      const [view] = await presentMessages({ actor, doc, messages: [value] })
      if (!view) throw new NotFound()
      return createdOr(created, view)
    },
    'messages.markRead': async ({ actor, params, body }) => {
      const { doc, rooms } = await loadTalk(actor, params.id)
      await markRead({ actor, doc, rooms, messageId: body.messageId })
      return { ok: true as const }
    },
  })

const questionHandlers = () =>
  handlers({
    'contributors.ask': async ({ actor, params, body, key }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      if (!relations.includes('owner')) throw new Forbidden()
      const asked = await askContributor({ actor, doc, relations, body, key })
      return createdOr(asked.created, await presentCase({ doc: asked.doc, actor, relations }))
    },
    'contributors.answer': async ({ actor, params, body }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      const answered = await answerQuestion({ actor, doc, relations, questionId: params.questionId, answer: body.answer })
      return presentCase({ doc: answered, actor, relations })
    },
    'questions.withdraw': async ({ actor, params }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      const changed = await withdrawQuestion({ actor, doc, relations, questionId: params.questionId })
      return presentCase({ doc: changed, actor, relations })
    },
    'cases.reads': async ({ actor, params, query }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      if (!relations.includes('applicant')) throw new Forbidden()
      const { rows, nextCursor } = await listReads({ doc, limit: query.limit, cursor: query.cursor })
      return { items: rows.map(presentRead), nextCursor }
    },
  })

/** The handlers of talk, parties, questions, notes and the log of reads. */
export const talkHandlers = () => ({ ...messageHandlers(), ...partyHandlers(), ...questionHandlers(), ...noteHandlers() })
