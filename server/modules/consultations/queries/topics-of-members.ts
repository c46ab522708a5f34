import { type Consultation, ConsultationModel, type WordsState } from '../consultation.model'

const EVERY: WordsState[] = ['checking', 'passed', 'refused']

/**
 * The members who proposed or lead each topic of a region and those within it that was proposed in a span of time, for
 * their year of work; topics that were declined count for nobody.
 */
export const topicsOfMembers = async (options: { regionCode: string; from: Date; to: Date }): Promise<string[][]> => {
  const { regionCode, from, to } = options
  const rows = await ConsultationModel.find(
    {
      // All there are: for the index.
      words: { $in: EVERY },
      at: { $gte: from, $lt: to },
      regionCode: { $gte: regionCode, $lt: `${regionCode}:` },
      state: { $ne: 'declined' },
    },
    { proposer: 1, lead: 1 },
  ).lean<Pick<Consultation, 'proposer' | 'lead'>[]>()
  return rows
    .map(({ proposer, lead }) => [...(proposer.role === 'cppccMember' ? [proposer.personId] : []), lead?.personId])
    .map((people) => people.filter((id) => typeof id === 'string'))
}
