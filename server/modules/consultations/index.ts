/** Consultations 协商: a topic from its proposal to a result that those who took part have judged. */
import { onErase, onPersonData } from '@server/modules/identity'
import type { Job } from '@server/platform/jobs'
import type { Listener } from '@server/platform/outbox'
import type { Model } from 'mongoose'
import { computeOpinions } from './commands/compute-opinions'
import { countJudgements } from './commands/count-judgements'
import { forgetParticipant } from './commands/forget-participant'
import { forgetPerson } from './commands/forget-person'
import { topicCheckListener } from './commands/hear-topic-checks'
import { remindOfTasks } from './commands/remind-of-tasks'
import { tellOn } from './commands/tell-people'
import { ConsultationModel } from './consultation.model'
import { consultationListener } from './consultations.listener'
import { PlaceListModel } from './place.model'
import { placeListener } from './places.listener'
import { consultationsOfPerson } from './queries/consultations-of-person'
import { participationOfPerson } from './queries/participation-of-person'
import { StatementModel } from './statement.model'
import { statementListener } from './statements.listener'

export { consultationHandlers } from './consultations.routes'
export type { Answer, Vote } from './groups'
export { findGroups, NO_GROUP, type OpinionGroups, type Publication, publish, standingOf } from './groups'
export { useOpinionWorker } from './groups-apart'
export { placeHandlers } from './places.routes'
export { findPeople } from './queries/find-people'
export { consultationForBrief, statementForBrief } from './queries/for-brief'
export { peopleOfConsultation } from './queries/people-of-consultation'
export { type ConsultationResult, resultOf } from './queries/result-of'
export { topicsOfMembers } from './queries/topics-of-members'
export { statementHandlers } from './statements.routes'

export const consultationListeners: Listener[] = [topicCheckListener, consultationListener, placeListener, statementListener]

export const consultationJobs: Job[] = [
  { name: 'find opinion groups', every: '10 seconds', run: computeOpinions },
  { name: 'tell of consultations', every: '10 seconds', run: tellOn },
  { name: 'remind of consultation tasks', every: '10 minutes', run: remindOfTasks },
  { name: 'count judgements of consultations', every: '1 minute', run: countJudgements },
]

/** The collections whose documents carry events of this module, for the relay. */
export const consultationCarriers = [ConsultationModel, PlaceListModel, StatementModel] as unknown as Model<never>[]

/** What of a person is given out, and what goes when the person is erased. */
export const configureConsultations = (): void => {
  onErase(forgetPerson)
  onErase(forgetParticipant)
  onPersonData('consultations', consultationsOfPerson)
  onPersonData('participation', participationOfPerson)
}
