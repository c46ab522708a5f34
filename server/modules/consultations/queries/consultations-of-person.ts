import { type Consultation, ConsultationModel } from '../consultation.model'
import { JudgementModel } from '../judgement.model'
import { SupporterModel } from '../supporter.model'

/** What is held of a person: topics proposed and supported, and how results were judged. */
export const consultationsOfPerson = async (personId: string): Promise<unknown[]> => {
  const [proposed, supported, judged] = await Promise.all([
    ConsultationModel.find({ 'proposer.personId': personId }, { title: 1, text: 1, at: 1, state: 1 }).lean<Consultation[]>(),
    SupporterModel.find({ personId }).lean(),
    JudgementModel.find({ personId }).lean(),
  ])
  return [
    ...proposed.map(({ _id, title, text, at, state }) => ({ kind: 'proposed', id: _id.toHexString(), title, text, at, state })),
    ...supported.map(({ consultationId, at }) => ({ kind: 'supported', id: consultationId.toHexString(), at })),
    ...judged.map(({ consultationId, score, text, at }) => ({ kind: 'judged', id: consultationId.toHexString(), score, text, at })),
  ]
}
