import type { Consultation } from '../consultation.model'
import { findConsultation } from './load-consultation'

/** What a consultation was about, and what came of it, for telling everybody. */
export interface ConsultationResult extends Pick<Consultation, 'title' | 'text' | 'regionCode' | 'opinion' | 'summary'> {
  tasks: { organisation: string; answer: { text: string; done: boolean } | null }[]
}

/** The result of a consultation; undefined as long as none has been reported. */
export const resultOf = async (consultationId: string): Promise<ConsultationResult | undefined> => {
  const found = await findConsultation(consultationId)
  if (!found || (found.state !== 'reported' && found.state !== 'judged')) return undefined
  const { title, text, regionCode, opinion, summary, tasks } = found
  return { title, text, regionCode, opinion, summary, tasks }
}
