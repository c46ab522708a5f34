import { type Case, hidesName, isVeiled } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { mongo } from 'mongoose'
import type { Signature } from './paper.model'
import { SIDE_WORDS } from './texts'

type Veiled = Pick<Case, 'anonymous' | 'parties'>
const NO_INK = new mongo.Binary(Buffer.alloc(0))

/** Signatures as somebody may see them: an applicant who asked for it is not named to the other side, nor shown their hand. */
export const veilSignatures = (signatures: readonly Signature[], reader: { doc: Veiled; actor: Pick<Actor, 'personId'> }): Signature[] =>
  signatures.map((one) =>
    hidesName(reader.doc, reader.actor, one.as) ? { ...one, name: SIDE_WORDS.applicant, role: SIDE_WORDS.applicant, ink: NO_INK } : one,
  )

/** Names for what both sides read alike. */
export const veilNames = (signatures: readonly Pick<Signature, 'as' | 'name'>[], doc: Veiled): { name: string }[] =>
  signatures.map(({ as, name }) => ({ name: isVeiled(doc, as) ? SIDE_WORDS.applicant : name }))
