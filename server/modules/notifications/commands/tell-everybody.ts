import { MESSAGES_PAGE } from '../notice'
import { wechatTime } from '../templates'
import { notify } from './notify'

interface Options {
  /** The notice: however often it is told, each person hears of it once. */
  id: string
  at: Date
  title: string
  text: string
  personIds: string[]
}

/** Tells many people the same thing that belongs to no case. Call it again after a kill: nobody is told twice. */
export const tellEverybody = ({ id, at, title, text, personIds }: Options): Promise<void> =>
  notify([
    {
      eventId: id,
      type: 'notice',
      at,
      personIds,
      title,
      text,
      sort: 'notice',
      caseId: null,
      page: MESSAGES_PAGE,
      filling: { template: 'notice', values: { title, text, time: wechatTime(at) } },
    },
  ])
