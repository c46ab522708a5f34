import type { Case } from '@server/modules/cases'

/** Mediators who could take a case over, the current one not among them. */
export type FindColleagues = (options: { doc: Case }) => Promise<{ id: string; name: string }[]>
export interface MediationSettings {
  /** Where the service is reached, for the address of a calendar. */
  publicUrl: string
  colleagues: FindColleagues
}

let settings: MediationSettings = { publicUrl: '', colleagues: async () => [] }

/** Gives the module what later modules and the configuration know; to be called once at the start. */
export const configureMediation = (given: MediationSettings): void => {
  settings = given
}
/** What `configureMediation` was given. */
export const mediationSettings = (): MediationSettings => settings
