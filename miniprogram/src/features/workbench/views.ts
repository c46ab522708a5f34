import type { Me, Role } from '@shared/identity/schemas'
import { create } from 'zustand'
import { open, openTab } from '@/lib/navigate'
import { useApp } from '@/lib/store'

/** The lists of the staff's workbench. */
export type Section = 'inbox' | 'handled' | 'region' | 'tasks' | 'followUps' | 'centre' | 'supervisions' | 'lights' | 'tools'
/** What to do at once when a case is opened: talk, or a move. */
export type Intent = string

interface DeskState {
  section: Section
  /** The case beside the list, on a wide window. */
  selected: string | null
  intent: Intent | undefined
}

/** What a wide window shows: the chosen list and the case beside it. */
export const useDesk = create<DeskState>(() => ({ section: 'inbox', selected: null, intent: undefined }))

const hasRole = (me: Me | null, ...roles: Role[]): boolean => me?.roles.some(({ role }) => roles.includes(role)) ?? false

/** Which lists and forms the person's roles bring; what may be done with a case is said by the case itself. */
export const useViews = () => {
  const me = useApp((state) => state.me)
  return {
    region: hasRole(me, 'dispatcher', 'supervisor', 'gridWorker', 'officer'),
    tasks: hasRole(me, 'supervisor'),
    topics: hasRole(me, 'department'),
    briefs: hasRole(me, 'department'),
    file: hasRole(me, 'gridWorker', 'officer', 'dispatcher'),
    desk: hasRole(me, 'mediator'),
    followUps: hasRole(me, 'mediator', 'gridWorker', 'officer'),
    centre: hasRole(me, 'dispatcher'),
    supervisions: hasRole(me, 'mediator', 'gridWorker', 'officer', 'department', 'dispatcher', 'supervisor'),
    owns: hasRole(me, 'mediator', 'gridWorker', 'officer', 'department', 'dispatcher'),
    lights: hasRole(me, 'dispatcher', 'supervisor'),
    tools: hasRole(me, 'dispatcher'),
    handled: hasRole(me, 'mediator', 'gridWorker', 'officer', 'department'),
    hours: hasRole(me, 'mediator', 'gridWorker', 'officer', 'department', 'dispatcher'),
  }
}

/** Shows a list: beside the rail on a wide window, as a page otherwise. */
export const openSection = (section: Section, wide: boolean): void => {
  if (wide) {
    useDesk.setState({ section, selected: null, intent: undefined })
    openTab('home')
  } else if (section === 'inbox') openTab('home')
  else open('inbox', { section })
}

/** Opens a case: beside the list on a wide window, as a page otherwise. */
export const openStaffCase = (id: string, wide: boolean, intent?: Intent): void => {
  if (wide) useDesk.setState({ selected: id, intent })
  else open('staffCase', { id, do: intent })
}

/** Opens a case beside the list from a page where there is no list, on a wide window. */
export const openBeside = (id: string): void => {
  useDesk.setState({ section: 'inbox', selected: id, intent: undefined })
  openTab('home')
}
