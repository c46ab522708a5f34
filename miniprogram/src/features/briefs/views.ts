import type { BRIEF_VIEWS } from '@shared/briefs/schemas'
import type { Role } from '@shared/identity/schemas'
import { create } from 'zustand'
import { open } from '@/lib/navigate'
import { useApp } from '@/lib/store'

export type BriefListView = (typeof BRIEF_VIEWS)[number]

const LISTS: Partial<Record<Role, readonly BriefListView[]>> = {
  cppccMember: ['mine', 'asked', 'adopted'],
  cppccOffice: ['office', 'mine', 'adopted'],
  department: ['department'],
}

/** The lists that the reader's roles bring, the ones with work first; what may be done is said by each brief. */
export const useBriefLists = (): BriefListView[] => {
  const roles = useApp((state) => state.me)?.roles ?? []
  const brought = new Set(roles.flatMap(({ role }) => LISTS[role] ?? []))
  const order: readonly BriefListView[] = ['office', 'department', 'mine', 'asked', 'adopted']
  return order.filter((view) => brought.has(view))
}

/** Whether the reader may begin a brief. */
export const useMayStart = (): boolean => useBriefLists().includes('mine')

/** The brief beside the list, on a wide window. */
export const useBriefDesk = create<{ selected: string | null }>(() => ({ selected: null }))

/** Opens a brief: beside the list on a wide window, as a page otherwise. */
export const openBrief = (id: string, wide: boolean): void => {
  if (wide) useBriefDesk.setState({ selected: id })
  else open('brief', { id })
}
