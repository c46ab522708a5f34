import * as z from 'zod/mini'
import { endpoint } from '../platform/endpoint'
import { itemsOf } from '../platform/schema'
import { DeadlineRulesView, SaveDeadlineRules } from './schemas'

const Day = z.iso.date()
export const CalendarYear = z.strictObject({
  year: z.int(),
  holidays: z.array(Day).check(z.maxLength(120)),
  workdays: z.array(Day).check(z.maxLength(120)),
})

export const deadlineEndpoints = {
  'deadlineRules.list': endpoint({
    method: 'GET',
    path: '/api/deadline-rules',
    summary: 'The rules in force and drafts, newest first; dispatchers, supervisors and administrators of the city',
    auth: 'user',
    output: itemsOf(DeadlineRulesView),
  }),
  'deadlineRules.save': endpoint({
    method: 'POST',
    path: '/api/deadline-rules',
    summary: 'Saves a draft of rules; changes nothing yet',
    auth: 'user',
    body: SaveDeadlineRules,
    output: DeadlineRulesView,
    status: 201,
    key: 'accepted',
  }),
  'calendars.load': endpoint({
    method: 'PUT',
    path: '/api/calendars/:year',
    summary: 'Sets the holidays of a year and the weekend days worked in lieu; administrators of the city only',
    auth: 'user',
    params: z.strictObject({ year: z.coerce.number().check(z.int(), z.gte(2000), z.lte(2100)) }),
    body: z.strictObject({ holidays: CalendarYear.shape.holidays, workdays: CalendarYear.shape.workdays }),
    output: CalendarYear,
  }),
}
