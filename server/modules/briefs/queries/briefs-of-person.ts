import { toLocalIso } from '@server/modules/deadlines'
import { toObjectId } from '@server/platform/database'
import { type Brief, BriefModel } from '../brief.model'
import { type BriefResident, BriefResidentModel } from '../brief-resident.model'

const MOST = 1000

const writtenBy = async (personId: string) => {
  const rows = await BriefModel.find({ 'author.personId': personId }).sort({ at: -1 }).limit(MOST).lean<Brief[]>()
  return rows.map(({ title, state, number, situation, causes, suggestions, createdAt }) => ({
    title,
    state,
    number: number ?? null,
    situation: situation.map(({ text }) => text),
    causes: causes.map(({ text }) => text),
    suggestions: suggestions.map(({ text }) => text),
    createdAt: toLocalIso(createdAt),
  }))
}

const quotesOf = async (personId: string) => {
  const rows = await BriefResidentModel.find({ personId }).limit(MOST).lean<BriefResident[]>()
  const ids = [...new Set(rows.map(({ briefId }) => briefId))].flatMap((id) => toObjectId(id) ?? [])
  const briefs = await BriefModel.find({ _id: { $in: ids } }, { evidence: 1 }).lean<Pick<Brief, '_id' | 'evidence'>[]>()
  const own = new Set(rows.map(({ evidenceId }) => evidenceId))
  return briefs.flatMap(({ evidence }) => evidence.filter(({ id }) => own.has(id)).map(({ text, source }) => ({ quoted: text, source })))
}

/** What briefs hold of a person: those that the person wrote, and the person's words on which others rest. */
export const briefsOfPerson = async (personId: string): Promise<object[]> => [...(await writtenBy(personId)), ...(await quotesOf(personId))]
