import { type Case, findCases } from '@server/modules/cases'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import { requestCheck } from './request-check'

/** Other residents see of a hazard what its author allows to be used, and only once it has been looked at. */
const isPublic = (doc: Case): boolean => doc.kind === 'hazard' && doc.opinionUse && doc.open

const request = (doc: Case, event: DomainEvent) =>
  requestCheck({
    subject: { type: 'hazard', id: doc._id.toHexString() },
    text: `${doc.title}\n${doc.text}`,
    files: doc.files.filter((file) => file.mime.startsWith('image/')),
    personId: doc.filedBy,
    regionCode: doc.regionCode,
    parties: doc.parties.map((party) => party.personId),
    activeAt: event.at,
  })

/** A hazard that was reported, or that turned out to be one, is looked at; hearing the same again changes nothing. */
export const moderationListener: Listener = async (events) => {
  const relevant = events.filter(({ type, data }) => (type === 'case.submitted' && data.opinionUse) || type === 'case.classified')
  if (relevant.length === 0) return
  const docs = await findCases(relevant.map((event) => String(event.data.caseId)))
  for (const doc of docs.filter(isPublic)) {
    const event = relevant.find(({ data }) => data.caseId === doc._id.toHexString())
    if (event) await request(doc, event)
  }
}
