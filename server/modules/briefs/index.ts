/** Briefs 社情民意信息: what members write on one matter, with the evidence that it rests on. */
import { onPersonData } from '@server/modules/identity'
import { onWordingsGone } from '@server/modules/opinion'
import type { Job } from '@server/platform/jobs'
import type { Model } from 'mongoose'
import { BriefModel } from './brief.model'
import { coreHandlers } from './briefs.routes'
import { forgetPeople } from './commands/forget-people'
import { forgetWordings } from './commands/forget-wordings'
import { remindDepartments } from './commands/remind-departments'
import { briefPaperHandlers } from './papers.routes'
import { briefsOfPerson } from './queries/briefs-of-person'

export { publicWords } from './brief-text'
export { briefListener } from './briefs.listener'
export { briefResultOf, peopleOfBrief } from './queries/result-of'

export const briefHandlers = () => ({ ...coreHandlers(), ...briefPaperHandlers() })

/** The collection whose documents carry events of this module, for the relay. */
export const briefCarriers = [BriefModel] as unknown as Model<never>[]

export const briefJobs: Job[] = [{ name: 'remind departments of briefs', every: '10 minutes', run: remindDepartments }]

/** Gives people what briefs hold of them, and lets go of those who are erased, and of words that are taken back. */
export const configureBriefs = (): void => {
  onPersonData('briefs', briefsOfPerson)
  forgetPeople()
  onWordingsGone(forgetWordings)
}
