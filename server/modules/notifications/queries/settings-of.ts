import type { NoticeSettings } from '@shared/notifications/schemas'
import { SettingsModel, type StoredSettings } from '../settings.model'

/** How everybody hears who never said it: not at night. */
export const USUAL: NoticeSettings = { quiet: { from: '22:00', to: '07:00' }, digestAt: null }

/** How some people want to hear of things. */
export const settingsOf = async (personIds: string[]): Promise<(personId: string) => NoticeSettings> => {
  const rows = await SettingsModel.find({ _id: { $in: personIds } }).lean<StoredSettings[]>()
  const known = new Map(rows.map(({ _id, quiet, digestAt }) => [_id, { quiet, digestAt }]))
  return (personId) => known.get(personId) ?? USUAL
}
