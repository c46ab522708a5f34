import { casesById } from '@server/modules/cases'
import { DocketModel } from '../docket.model'

/** The numbers of the files that were frozen last, with those of their cases. */
export const listDockets = async (limit: number): Promise<{ number: string; caseNumber: string; title: string }[]> => {
  const rows = await DocketModel.find({ state: 'frozen' }, { caseId: 1, number: 1 }).sort({ _id: -1 }).limit(limit).lean()
  const cases = await casesById(rows.map((row) => row.caseId.toHexString()))
  return rows.flatMap(({ caseId, number = '' }) => {
    const doc = cases.get(caseId.toHexString())
    return doc ? [{ number, caseNumber: doc.number, title: doc.title }] : []
  })
}
