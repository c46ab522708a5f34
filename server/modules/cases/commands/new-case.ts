import type { Actor } from '@server/platform/actor'
import { ObjectId } from '@server/platform/database'
import type { RequestMark } from '@server/platform/once'
import { newEvent, pendingInsert } from '@server/platform/outbox'
import type { SubmitCase } from '@shared/cases/schemas'
import { EVERYONE, isHighRisk } from '@shared/cases/words'
import type { Case, Party, TimelineEntry } from '../case.model'
import { clockOf, firstDeadlines } from '../case-deadlines'
import type { Routed } from '../ports'
import { inboxKeysOf } from './plan-move'
import type { Submission } from './prepare-submission'

const IN_QUEUE = '已送到综治中心，由综治中心安排办理人'

/** To whom it was given and why, or in whose queue it waits. */
const routedWords = ({ status, owner, why }: Routed): string => {
  if (status !== 'assigned') return why || IN_QUEUE
  return why ? `派给${owner?.name ?? ''}：${why}` : `派给${owner?.name ?? ''}`
}

const partiesOf = (applicantId: string, respondentId: string | undefined): Party[] => {
  const party = (side: Party['side'], personId: string, accepted: boolean): Party => ({
    id: new ObjectId().toHexString(),
    side,
    part: 'party',
    personId,
    accepted,
  })
  const applicant = party('applicant', applicantId, true)
  return respondentId === undefined ? [applicant] : [applicant, party('respondent', respondentId, false)]
}

const firstEntries = (options: { actor: Actor; applicantId: string; createdAt: Date; now: Date; routed: Routed }): TimelineEntry[] => {
  const { actor, applicantId, createdAt, now, routed } = options
  const own = applicantId === actor.personId
  const assigned = routed.status === 'assigned'
  return [
    {
      at: createdAt,
      type: 'submitted',
      by: { personId: actor.personId, name: own ? '' : actor.name, side: own ? 'applicant' : 'staff' },
      text: own ? '已提交' : `由${actor.name}代为提交`,
      audience: [...EVERYONE],
    },
    {
      at: now,
      type: assigned ? 'assign' : 'queued',
      by: { personId: null, name: '', side: 'system' },
      text: routedWords(routed),
      audience: ['applicant', 'staff'],
    },
  ]
}

/** The document of a new case. The clock of acceptance runs from now, whenever the words were first written. */
export const newCase = (options: {
  actor: Actor
  input: SubmitCase
  submission: Submission
  routed: Routed
  number: string
  applicantId: string
  respondentId: string | undefined
  mark: RequestMark | undefined
  now: Date
}): Case => {
  const { actor, input, submission, routed, number, applicantId, respondentId, mark, now } = options
  const _id = new ObjectId()
  const deadlines = firstDeadlines({ kind: input.kind, risk: submission.risk }, now)
  return {
    _id,
    number,
    kind: input.kind,
    category: submission.category,
    title: submission.title,
    text: input.text ?? '',
    status: routed.status,
    before: null,
    suspendedAt: null,
    revision: 1,
    regionCode: submission.regionCode,
    ...(input.location ? { location: { type: 'Point', coordinates: input.location.coordinates } } : {}),
    address: input.address ?? '',
    anonymous: input.anonymous ?? false,
    opinionUse: input.opinionUse ?? false,
    files: submission.files,
    audio: submission.audio,
    owner: routed.owner,
    open: true,
    inboxKeys: inboxKeysOf({ owner: routed.owner, questions: [] }),
    memberIds: applicantId === actor.personId ? [applicantId] : [applicantId, actor.personId],
    parties: partiesOf(applicantId, respondentId),
    filedBy: actor.personId,
    questions: [],
    ...clockOf(deadlines, false),
    timeline: firstEntries({ actor, applicantId, createdAt: submission.createdAt, now, routed }),
    overflow: 0,
    changes: 0,
    booking: null,
    round: 0,
    ratedBy: [],
    pastOwners: [],
    closedAt: null,
    risk: submission.risk,
    ...(submission.signs.length > 0 ? { riskSigns: submission.signs } : {}),
    ...(input.joinId === undefined ? {} : { joinId: input.joinId }),
    ...(routed.silentAt ? { silentAt: routed.silentAt } : {}),
    ...(routed.assignment ? { assignments: [routed.assignment] } : {}),
    createdAt: submission.createdAt,
    updatedAt: now,
    ...(mark ? { request: mark } : {}),
    ...pendingInsert([
      newEvent('case.submitted', {
        caseId: _id.toHexString(),
        opinionUse: input.opinionUse ?? false,
        joins: input.joinId !== undefined,
        ...(routed.assignment?.answer === undefined ? {} : { answered: true }),
      }),
      ...(isHighRisk(submission.risk)
        ? [newEvent('risk.raised', { caseId: _id.toHexString(), risk: submission.risk, byPersonId: null })]
        : []),
    ]),
  }
}
