import { Readable } from 'node:stream'
import type { Actor } from '@server/platform/actor'
import { createdOr, handlers } from '@server/platform/http/request'
import { answerTask } from './commands/answer-task'
import { moveConsultation } from './commands/move-consultation'
import { proposeConsultation } from './commands/propose-consultation'
import { rateResult } from './commands/rate-result'
import { supportConsultation } from './commands/support-consultation'
import { writeMinutes } from './commands/write-minutes'
import type { Consultation } from './consultation.model'
import { presentCard } from './consultations.presenter'
import { composeDocument } from './document/compose-document'
import { writeDocument } from './document/write-document'
import { findPeople } from './queries/find-people'
import { listConsultations } from './queries/list-consultations'
import { loadConsultation } from './queries/load-consultation'
import { viewConsultation } from './queries/view-consultation'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const view = async (actor: Actor, doc: Consultation | Promise<Consultation>) => viewConsultation({ actor, doc: await doc })

/** Consultations from their proposal to their judged result. */
export const consultationHandlers = () =>
  handlers({
    'consultations.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listConsultations({ actor, asked: query })
      return { items: rows.map(presentCard), nextCursor }
    },
    'consultations.propose': async ({ actor, body, key }) => {
      const { doc, created } = await proposeConsultation({ actor, input: body, key })
      return createdOr(created, await view(actor, doc))
    },
    'consultations.people': ({ actor, query }) => findPeople({ actor, regionCode: query.regionCode }),
    'consultations.get': ({ actor, params }) => view(actor, loadConsultation({ actor, id: params.id })),
    'consultations.move': async ({ actor, params, body }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      return view(actor, moveConsultation({ actor, doc, input: body }))
    },
    'consultations.support': ({ actor, params, body }) => view(actor, supportConsultation({ actor, id: params.id, support: body.support })),
    'consultations.minutes': ({ actor, params, body }) => view(actor, writeMinutes({ actor, id: params.id, input: body })),
    'consultations.answerTask': ({ actor, params, body, key }) => view(actor, answerTask({ actor, ...params, input: body, key })),
    'consultations.rate': ({ actor, params, body }) => view(actor, rateResult({ actor, id: params.id, input: body })),
    'consultations.document': async ({ actor, params }) => {
      const doc = await loadConsultation({ actor, id: params.id })
      const file = await writeDocument(await composeDocument(doc))
      return { stream: Readable.from([file]), mime: DOCX, size: file.length, fileName: `协商议题-${doc.title}.docx` }
    },
  })
