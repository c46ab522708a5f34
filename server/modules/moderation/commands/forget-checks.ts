import { onErase } from '@server/modules/identity'
import { CheckModel } from '../check.model'

/** Whoever is erased takes along the copies of their words; notices were written in office. */
export const forgetChecks = (): void =>
  onErase(async (personId) => {
    await CheckModel.deleteMany({ personId, 'subject.type': { $ne: 'notice' } })
  })
