import { handlers } from '@server/platform/http/request'
import { presentAnswer, presentAnswers, presentDraft } from './answers.presenter'
import { moveAnswer } from './commands/move-answer'
import { writeAnswer } from './commands/write-answer'
import { findDraft, findPublished } from './queries/find-answer'
import { listAnswers } from './queries/list-answers'
import { listDrafts } from './queries/list-drafts'

/** What everybody reads, and the office's side of it. */
export const answerHandlers = () =>
  handlers({
    'answers.list': async ({ query }) => presentAnswers(await listAnswers(query)),
    'answers.get': async ({ params }) => presentAnswer(await findPublished({ answerId: params.id })),
    'answers.drafts': async ({ actor, query }) => {
      const { rows, nextCursor } = await listDrafts({ actor, ...query })
      return { items: rows.map(presentDraft), nextCursor }
    },
    'answers.draft': async ({ actor, params }) => presentDraft(await findDraft({ actor, answerId: params.id })),
    'answers.write': async ({ actor, params, body }) => presentDraft(await writeAnswer({ actor, answerId: params.id, input: body })),
    'answers.move': async ({ actor, params, body }) => presentDraft(await moveAnswer({ actor, answerId: params.id, input: body })),
  })
