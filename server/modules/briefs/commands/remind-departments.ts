import { clock } from '@server/platform/clock'
import { type Brief, BriefModel } from '../brief.model'
import { lateWords, wordsForDepartment } from '../notice-words'
import { tellDepartment, tellOffice } from './tell-people'

const MOST = 100

/** Once before an answer is due; once more, and the office with it, when it is late. */
const remind = async (brief: Brief): Promise<void> => {
  const { _id, revision, department, remindAt } = brief
  if (!department) return
  const late = department.dueAt <= clock.now()
  const id = `brief:${_id.toHexString()}:${late ? 'late' : 'due'}:${department.dueAt.getTime()}`
  const telling = { id, at: clock.now(), brief, words: late ? lateWords(brief) : wordsForDepartment(brief) }
  await tellDepartment(telling)
  if (late) await tellOffice(telling)
  const next = late ? { $unset: { remindAt: '' as const } } : { $set: { remindAt: department.dueAt } }
  // Whoever has moved the brief meanwhile has set the next time anew.
  await BriefModel.updateOne({ _id, revision, remindAt }, next)
}

/** Reminds the departments whose answers are due soon, or late. Answers how many. */
export const remindDepartments = async (): Promise<number> => {
  const due = await BriefModel.find({ remindAt: { $lte: clock.now() } })
    .sort({ remindAt: 1 })
    .limit(MOST)
    .lean<Brief[]>()
  for (const brief of due) await remind(brief)
  return due.length
}
