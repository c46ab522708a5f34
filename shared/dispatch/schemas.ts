import * as z from 'zod/mini'
import { CategoryCode } from '../cases/categories'
import { RegionCode } from '../platform/schema'

export const MediatorView = z.strictObject({
  id: z.string(),
  name: z.string(),
  organisationName: z.string(),
  /** First-level categories; empty means all. */
  categories: z.array(z.string()),
  /** Open cases, and how many are the most. */
  load: z.int(),
  capacity: z.int(),
})
export type MediatorView = z.infer<typeof MediatorView>
export const MediatorQuery = z.strictObject({ regionCode: RegionCode, category: z.optional(CategoryCode) })

/** What a mediator takes on: the desk at which the service puts cases. */
export const DeskView = z.strictObject({
  regionCodes: z.array(RegionCode),
  categories: z.array(z.string()),
  capacity: z.int(),
  load: z.int(),
  open: z.boolean(),
})
export type DeskView = z.infer<typeof DeskView>
export const UpdateDesk = z.strictObject({
  categories: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(30))),
  capacity: z.optional(z.int().check(z.gte(1), z.lte(200))),
  /** Closed: on leave, nothing new is assigned. */
  open: z.optional(z.boolean()),
})
export const AssigneeOption = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  kind: z.enum(['person', 'organisation']),
  load: z.nullable(z.int()),
})
export type AssigneeOption = z.infer<typeof AssigneeOption>
