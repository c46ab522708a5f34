import { sealFor } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import type { Sealed } from '@server/platform/seal'
import type { Ties } from '@shared/dispatch/schemas'
import { DeclarationModel } from '../declaration.model'
import { declaresTies } from '../dispatch.policy'
import { refreshTies } from '../tie-memory'

const write = async (personId: string, sealed: Sealed | null): Promise<void> => {
  await DeclarationModel.collection.updateOne(
    { _id: personId as never },
    { $set: { sealed }, $currentDate: { changedAt: true } },
    { upsert: true },
  )
  await refreshTies()
}

/** Replaces what somebody has declared of themselves. */
export const declareTies = async (options: { actor: Actor; ties: Ties }): Promise<Ties> => {
  const { actor, ties } = options
  if (!declaresTies(actor)) throw new Forbidden('办理事项的人员才需要填写')
  const empty = ties.employers.length + ties.addresses.length + ties.people.length === 0
  await write(actor.personId, empty ? null : await sealFor({ personId: actor.personId, value: JSON.stringify(ties) }))
  return ties
}

/** Of those who handle nothing any more nothing is kept. */
export const dropTies = async (personId: string): Promise<void> => {
  if (await DeclarationModel.exists({ _id: personId, sealed: { $ne: null } })) await write(personId, null)
}
