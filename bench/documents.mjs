import { mongo } from 'mongoose'
import { eventAt, oid } from './harness.mjs'
import { gridOf, idOf, toOurs } from './words.mjs'

const { ObjectId } = mongo
const NEVER = new Date('9999-12-31T00:00:00Z')

const timelineOf = (c) =>
  Array.from({ length: c.events }, (_, j) => {
    const event = eventAt(c, j)
    const byApplicant = event.by === c.resident
    const by = byApplicant
      ? { personId: idOf(c.resident), name: '', side: 'applicant' }
      : { personId: idOf(c.mediator), name: c.mediator, side: 'staff' }
    return { at: event.at, type: event.type, by, text: event.note, audience: ['applicant', 'staff'] }
  })

/** A case of the harness as the service would have written it. */
export const caseDocument = (c) => {
  const open = c.status === 'open'
  const applicant = idOf(c.resident)
  const owner = idOf(c.mediator)
  return {
    _id: new ObjectId(oid(c.i)),
    number: `B-${c.i}`,
    kind: 'complaint',
    category: toOurs(c.category),
    title: c.title,
    text: c.text,
    status: open ? 'handling' : 'closed',
    before: null,
    suspendedAt: null,
    revision: c.events,
    regionCode: gridOf(c.mediator),
    location: { type: 'Point', coordinates: c.point },
    address: '',
    anonymous: false,
    opinionUse: false,
    files: [],
    audio: null,
    owner: { type: 'person', id: owner, name: c.mediator, role: 'mediator' },
    open,
    inboxKeys: [`p:${owner}`],
    memberIds: [applicant],
    parties: [{ id: applicant, side: 'applicant', part: 'party', personId: applicant, accepted: true }],
    filedBy: applicant,
    questions: [],
    deadlines: [{ kind: 'total', startedAt: c.createdAt, dueAt: c.deadline, open }],
    dueAt: open ? c.deadline : NEVER,
    timeline: timelineOf(c),
    overflow: 0,
    booking: null,
    round: 0,
    ratedBy: [],
    pastOwners: [],
    changes: 0,
    closedAt: open ? null : c.createdAt,
    createdAt: c.createdAt,
    updatedAt: c.createdAt,
  }
}
