import { personNames } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { ConsultationView } from '@shared/consultations/schemas'
import type { Consultation } from '../consultation.model'
import { type Beside, presentConsultation } from '../consultations.presenter'
import { type Judgement, JudgementModel } from '../judgement.model'
import { meetingNumbers } from './meeting-numbers'
import { tookPart } from './participation'
import { hasSupported } from './who-took-part'

const lookAround = async ({ personId }: Actor, { _id: consultationId, lead }: Consultation): Promise<Beside> => {
  const [supported, took, places, judged, names] = await Promise.all([
    hasSupported(consultationId, personId),
    tookPart({ consultationId, personId }),
    meetingNumbers({ consultationId, personId }),
    JudgementModel.findOne({ consultationId, personId }).lean<Judgement>(),
    personNames(lead ? [lead.personId] : []),
  ])
  return {
    standing: { placed: places.mine !== null, tookPart: supported || took },
    supported,
    places,
    judged,
    leadName: (lead && names.get(lead.personId)) ?? '',
  }
}

/** A consultation as its reader may see it, who must have been allowed to. */
export const viewConsultation = async (options: { actor: Actor; doc: Consultation }): Promise<ConsultationView> =>
  presentConsultation({ ...options, beside: await lookAround(options.actor, options.doc), now: clock.now() })
