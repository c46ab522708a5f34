import type { Actor } from '@server/platform/actor'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import type { InviteParty } from '@shared/cases/schemas'
import type { Relation } from '@shared/cases/words'
import type * as z from 'zod/mini'
import type { Case, Side } from '../case.model'
import { ownPart } from '../cases.policy'
import { principalOf } from '../parties.policy'
import { respondentIsIn, sidesToInvite } from '../talk.policy'

/** Where an invited person will sit: on which side, and for whom. */
export interface Seat {
  side: Side
  actsFor?: string
}

type Body = z.infer<typeof InviteParty>
interface Inviting {
  actor: Actor
  doc: Case
  relations: Relation[]
  body: Body
}

const partyOf = (doc: Case, partyId: string) => {
  const party = doc.parties.find((one) => one.id === partyId && one.part === 'party')
  if (!party) throw InvalidInput.field('actsFor', 'unknown_party', '没有这位当事人')
  return party
}

const sideFor = ({ actor, doc, relations, body }: Inviting): Side => {
  const sides = sidesToInvite({ actor, doc, relations, part: body.part })
  if (sides.length === 0) throw new Forbidden()
  const asked = body.side ?? (body.actsFor === undefined ? undefined : partyOf(doc, body.actsFor).side)
  if (asked === undefined && sides.length > 1) throw InvalidInput.field('side', 'required', '请选择邀请到哪一方')
  const side = asked ?? sides[0]
  if (!side || !sides.includes(side)) throw new Forbidden('只能为自己一方邀请')
  return side
}

/** For whom a guardian or representative comes: a party brings somebody for themselves, the owner says for whom. */
const principalFor = ({ actor, doc, relations, body }: Inviting, side: Side): string => {
  const own = ownPart(actor, doc)
  const mine = own && principalOf(doc, own)
  const alone = doc.parties.filter((party) => party.part === 'party' && party.side === side)
  const id = body.actsFor ?? mine ?? (alone.length === 1 ? alone[0]?.id : undefined)
  if (id === undefined) throw InvalidInput.field('actsFor', 'required', '请选择替哪一位当事人')
  if (partyOf(doc, id).side !== side) throw InvalidInput.field('actsFor', 'unknown_party', '这位当事人不在这一方')
  if (!relations.includes('owner') && id !== mine) throw new Forbidden('只能为自己邀请')
  return id
}

/** Finds the seat that an invitation offers. Throws Forbidden for who may not invite so, InvalidInput for what is missing. */
export const seatFor = (options: Inviting): Seat => {
  const { doc, body } = options
  const side = sideFor(options)
  if (body.part === 'coParty' && side === 'respondent' && !respondentIsIn(doc)) throw new Conflict('conflict', '请先邀请对方当事人')
  const isStandIn = body.part === 'guardian' || body.part === 'representative'
  return isStandIn ? { side, actsFor: principalFor(options, side) } : { side }
}
