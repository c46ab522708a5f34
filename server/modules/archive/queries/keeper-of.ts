import type { Case } from '@server/modules/cases'
import { centreFor } from '@server/modules/identity'
import { committeeOf } from '@server/modules/papers'

/** Who keeps a case's file: the committee that mediated, else the centre. */
export const keeperOf = async (doc: Case): Promise<{ name: string; regionCode: string }> =>
  (await committeeOf(doc)) ?? (await centreFor(doc.regionCode)) ?? { name: '', regionCode: doc.regionCode }
