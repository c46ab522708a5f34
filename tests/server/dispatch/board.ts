import type { Desk } from '@server/modules/dispatch/desk.model'
import { createDeskBoard, type DeskBoard, type Point } from '@server/modules/dispatch/fit/desk-board'
import { Types } from 'mongoose'

export const TODAY = 20_000
export const DATE = '2024-10-04'

/** A desk as the database would have it. */
export const aDesk = (personId: string, over: Partial<Desk> = {}): Desk => {
  const { capacity = 10, load = 0 } = over
  return {
    _id: new Types.ObjectId(),
    personId,
    name: personId,
    organisationId: null,
    regionCodes: ['880101001'],
    categories: [],
    open: true,
    lastAssignedAt: new Date(0),
    changedAt: new Date(0),
    rev: 0,
    ...over,
    capacity,
    load,
    room: capacity - load,
  }
}

/** A board of desks; regions have no place unless told. */
export const aBoard = (desks: Desk[], middleOf: (code: string) => Point | undefined = () => undefined): DeskBoard => {
  const board = createDeskBoard(middleOf)
  for (const desk of desks) board.take(desk, TODAY)
  return board
}
