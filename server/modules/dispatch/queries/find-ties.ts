import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import type { Ties } from '@shared/dispatch/schemas'
import { type Declaration, DeclarationModel } from '../declaration.model'
import { declaresTies } from '../dispatch.policy'
import { readDeclarations } from '../tie-memory'

const NONE: Ties = { employers: [], addresses: [], people: [] }

/** What somebody has declared, unchecked: for the export of their data. */
export const tiesOf = async (personId: string): Promise<Ties | undefined> => {
  const row = await DeclarationModel.findById(personId).lean<Declaration>()
  return row ? (await readDeclarations([row])).get(personId) : undefined
}

/** What the actor has declared. */
export const findTies = async ({ actor }: { actor: Actor }): Promise<Ties> => {
  if (!declaresTies(actor)) throw new Forbidden()
  return (await tiesOf(actor.personId)) ?? NONE
}
