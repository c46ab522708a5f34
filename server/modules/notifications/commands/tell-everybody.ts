import { timeWords } from '@server/modules/deadlines'
import type { NoticeSort } from '@shared/notifications/schemas'
import { MESSAGES_PAGE } from '../notice'
import { notify } from './notify'

interface Options {
  /** The notice: however often it is told, each person hears of it once. */
  id: string
  at: Date
  title: string
  text: string
  personIds: string[]
  /** Where a tap leads; the list of messages when nothing is said. */
  page?: string
  sort?: NoticeSort
}

/** Tells many people the same thing that belongs to no case. Call it again after a kill: nobody is told twice. */
export const tellEverybody = ({ id, at, title, text, personIds, page = MESSAGES_PAGE, sort = 'notice' }: Options): Promise<void> =>
  notify([
    {
      eventId: id,
      type: 'notice',
      at,
      personIds,
      title,
      text,
      sort,
      caseId: null,
      page,
      filling: { template: 'notice', values: { title, text, time: timeWords(at) } },
    },
  ])
