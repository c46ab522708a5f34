import { database } from '@server/platform/database'

/** When the service last learned by itself: one document, so that several processes do it once. */
interface Training {
  _id: string
  at: Date
}
export const trainings = () => database().collection<Training>('trainings')
