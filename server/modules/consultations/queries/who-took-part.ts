import type { ObjectId } from '@server/platform/database'
import { SupporterModel } from '../supporter.model'
import { signedUp, tookPart, votersAfter } from './participation'

/** Whether somebody stood behind a proposal. */
export const hasSupported = async (consultationId: ObjectId, personId: string): Promise<boolean> =>
  (await SupporterModel.exists({ consultationId, personId })) !== null

/** Whether somebody supported, voted or came. */
export const hasTakenPart = async (consultationId: ObjectId, personId: string): Promise<boolean> =>
  (await hasSupported(consultationId, personId)) || tookPart({ consultationId, personId })

interface Page {
  consultationId: ObjectId
  /** The last person of the page before. */
  after: string | null
  limit: number
}

const supportersAfter = async ({ consultationId, after, limit }: Page): Promise<string[]> => {
  const rows = await SupporterModel.find({ consultationId, ...(after === null ? {} : { personId: { $gt: after } }) }, { personId: 1 })
    .sort({ personId: 1 })
    .limit(limit)
    .lean<{ personId: string }[]>()
  return rows.map(({ personId }) => personId)
}

/** The list of places is short and in one document. */
const signedUpAfter = async ({ consultationId, after, limit }: Page): Promise<string[]> =>
  (await signedUp(consultationId))
    .sort()
    .filter((personId) => after === null || personId > after)
    .slice(0, limit)

/** The kinds of people who have to do with a topic, each in order of their ids. */
export const PEOPLE = { supporters: supportersAfter, signedUp: signedUpAfter, voters: votersAfter } as const
export type PeopleKind = keyof typeof PEOPLE
