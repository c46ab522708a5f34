import { InvalidInput } from '@server/platform/errors'
import type { Desk } from './desk.model'

/** Who assigns or passes on hears that there is no room, and what to do instead. */
export const deskFull = ({ name, load }: Pick<Desk, 'name' | 'load'>): InvalidInput =>
  InvalidInput.field('assigneeId', 'desk_full', `${name}手上已有${load}件，满了，请换一位或派到单位`)
