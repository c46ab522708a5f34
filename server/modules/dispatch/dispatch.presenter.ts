import type { DeskView, MediatorView } from '@shared/dispatch/schemas'
import type { Desk } from './desk.model'

/** A desk, for its own mediator. */
export const presentDesk = ({ regionCodes, categories, capacity, load, open, absences, languages }: Desk): DeskView => ({
  regionCodes,
  categories,
  capacity,
  load,
  open,
  absences: absences ?? [],
  languages: languages ?? [],
})

/** A mediator, for residents who choose. */
export const presentMediator = (desk: Desk, organisationName: string): MediatorView => ({
  id: desk.personId,
  name: desk.name,
  organisationName,
  categories: desk.categories,
  load: desk.load,
  capacity: desk.capacity,
})
