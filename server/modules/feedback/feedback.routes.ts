import { clock } from '@server/platform/clock'
import { NotFound } from '@server/platform/errors'
import { createdOr, handlers } from '@server/platform/http/request'
import { finishTask } from './commands/finish-task'
import { giveFeedback } from './commands/give-feedback'
import { presentFeedback, presentTask } from './feedback.presenter'
import { completeTasks } from './queries/complete-tasks'
import { listTasks } from './queries/list-tasks'

/** Ratings, and the tasks that dissatisfied people open for supervisors. */
export const ratingHandlers = () =>
  handlers({
    'feedback.give': async ({ actor, params, body, key }) => {
      const { feedback, created } = await giveFeedback({ actor, caseId: params.id, rating: body, key })
      return createdOr(created, presentFeedback(feedback, clock.now()))
    },
    'feedbackTasks.list': async ({ actor, query }) => {
      const { rows, nextCursor } = await listTasks({ actor, state: query.state, cursor: query.cursor, limit: query.limit })
      return { items: (await completeTasks(rows)).map(presentTask), nextCursor }
    },
    'feedbackTasks.finish': async ({ actor, params, body }) => {
      const [task] = await completeTasks([await finishTask({ actor, taskId: params.id, note: body.note })])
      if (!task) throw new NotFound()
      return presentTask(task)
    },
  })
