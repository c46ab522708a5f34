import type { ComponentType } from 'react'
import { AdminHome } from '@/features/admin/admin-home'
import { AdminStaff } from '@/features/admin/admin-staff'
import { MyCases } from '@/features/cases/my-cases'
import { MemberHome } from '@/features/opinion/member-home'
import { MemberWordings } from '@/features/opinion/member-wordings'
import { StaffCalendar } from '@/features/workbench/staff-calendar'
import { StaffHome } from '@/features/workbench/staff-home'
import type { Hat } from '@/lib/hats'
import { ResidentHome } from './resident-home'

interface TabFeature {
  /** The tab's name while this role is worn. */
  readonly name: string
  /** Draws a whole `<Page root>`. */
  readonly Feature: ComponentType
}

/** What the first two tabs show in each role. The pages ask here and know nothing else. */
export const TABS_OF: Record<Hat, { readonly first: TabFeature; readonly second: TabFeature }> = {
  resident: { first: { name: '首页', Feature: ResidentHome }, second: { name: '事项', Feature: MyCases } },
  staff: { first: { name: '待办', Feature: StaffHome }, second: { name: '日程', Feature: StaffCalendar } },
  member: { first: { name: '民意', Feature: MemberHome }, second: { name: '原话', Feature: MemberWordings } },
  admin: { first: { name: '邀请', Feature: AdminHome }, second: { name: '人员', Feature: AdminStaff } },
}
