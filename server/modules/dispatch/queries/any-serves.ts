import { DeskModel } from '../desk.model'
import { servingCodes, takes } from '../desk-filter'

/** Whether one of these mediators would come into question for a place and a category, with room or without. */
export const anyServes = async (personIds: string[], options: { regionCode: string; category: string }): Promise<boolean> => {
  const { regionCode, category } = options
  const filter = { personId: { $in: personIds }, regionCodes: { $in: servingCodes(regionCode) }, open: true, ...takes(category) }
  return (await DeskModel.exists(filter)) !== null
}
