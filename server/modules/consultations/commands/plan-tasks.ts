import { randomBytes } from 'node:crypto'
import { organisationsIn } from '@server/modules/identity'
import { clock } from '@server/platform/clock'
import { InvalidInput } from '@server/platform/errors'
import type { MoveConsultation } from '@shared/consultations/schemas'
import type { Consultation, Task } from '../consultation.model'

export const DAY_MS = 86_400_000
/** A department is reminded so long before its date. */
const REMIND_MS = 3 * DAY_MS
const MOST_DAYS = 365

type Asked = NonNullable<MoveConsultation['tasks']>[number]

/** The department hears of its date again three days before; of a near date only once it has passed. */
const firstReminder = (dueAt: Date): Date => {
  const before = new Date(dueAt.getTime() - REMIND_MS)
  return before > clock.now() ? before : dueAt
}

const dueAtOf = ({ dueAt }: Asked, index: number): Date => {
  const at = new Date(dueAt)
  const field = `tasks.${index}.dueAt`
  if (at <= clock.now()) throw InvalidInput.field(field, 'in_the_past', '请选择以后的日期')
  if (at.getTime() > clock.ms() + MOST_DAYS * DAY_MS) throw InvalidInput.field(field, 'too_late', '请选择一年以内的日期')
  return at
}

/** The tasks of departments that have to do with the region. Throws InvalidInput for others and for impossible dates. */
export const planTasks = async (doc: Pick<Consultation, 'regionCode'>, asked: readonly Asked[]): Promise<Task[]> => {
  const departments = await organisationsIn({ regionCode: doc.regionCode, kind: 'department' })
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  return asked.map((one, index) => {
    const organisation = names.get(one.organisationId)
    if (organisation === undefined)
      throw InvalidInput.field(`tasks.${index}.organisationId`, 'unknown_department', '这里没有这个部门，请重新选择')
    const dueAt = dueAtOf(one, index)
    return {
      id: randomBytes(9).toString('base64url'),
      organisationId: one.organisationId,
      organisation,
      text: one.text.trim(),
      dueAt,
      answer: null,
      nextAt: firstReminder(dueAt),
    }
  })
}
