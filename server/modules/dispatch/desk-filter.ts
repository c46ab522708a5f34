import { topOf } from '@shared/cases/categories'

/** Desks that take a category: its own, or all of them. */
export const takes = (category: string) => ({ categories: { $in: [topOf(category), [] as never] } })

/** Desks with room. */
export const HAS_ROOM = { open: true, room: { $gt: 0 } }
