import type { BriefView, Claim, WriteBrief } from '@shared/briefs/schemas'
import { BRIEF_PARTS, type BriefPart } from '@shared/briefs/words'

/** What an author writes: it may hold what cannot be sent yet, as an empty claim. */
export interface BriefText {
  title: string
  category: string | null
  situation: Claim[]
  causes: Claim[]
  suggestions: Claim[]
}

export const MOST_CLAIMS = 12
export const SHORTEST_TITLE = 4

export const textOf = ({ title, category, situation, causes, suggestions }: BriefView): BriefText => ({
  title,
  category,
  situation,
  causes,
  suggestions,
})

const isWritten = ({ text }: Claim): boolean => text.trim() !== ''

/** As it is sent: written claims only, with no answer to one that is not there. */
const sendable = (text: BriefText) => {
  const situation = text.situation.filter(isWritten)
  const causes = text.causes.filter(isWritten)
  const there = new Set([...situation, ...causes].map(({ id }) => id))
  const suggestions = text.suggestions
    .filter(isWritten)
    .map((claim) => ({ ...claim, answers: claim.answers.filter((id) => there.has(id)) }))
  return { situation, causes, suggestions }
}

/** The body of a save. A title that is too short, or no category, leaves what is there. */
export const bodyOf = (text: BriefText, revision: number): WriteBrief => ({
  revision,
  ...(text.title.trim().length >= SHORTEST_TITLE ? { title: text.title.trim() } : {}),
  ...(text.category ? { category: text.category } : {}),
  ...sendable(text),
})

const plain = ({ id, text, evidenceIds, answers }: Claim) => [id, text, [...evidenceIds].sort(), [...answers].sort()]
const essence = (text: BriefText): string => {
  const { title, category, situation, causes, suggestions } = bodyOf(text, 0)
  return JSON.stringify([
    title,
    category,
    ...[situation, causes, suggestions].map((claims) => claims?.map((claim) => plain(claim as Claim))),
  ])
}

/** Whether sending `text` would change nothing where `other` has been saved. */
export const isSame = (text: BriefText, other: BriefText): boolean => {
  const title = text.title.trim().length >= SHORTEST_TITLE ? text.title : other.title
  return essence({ ...text, title, category: text.category ?? other.category }) === essence(other)
}

/** Whether nothing at all is lost by forgetting `text` where `other` has been saved. */
export const isAll = (text: BriefText, other: BriefText): boolean =>
  text.title === other.title && isSame(text, other) && BRIEF_PARTS.every((part) => text[part].length === other[part].length)

const inPart = (text: BriefText, part: BriefPart, change: (claims: Claim[]) => Claim[]): BriefText => ({
  ...text,
  [part]: change(text[part]),
})

export const withClaim = (text: BriefText, part: BriefPart, id: string): BriefText =>
  text[part].length >= MOST_CLAIMS ? text : inPart(text, part, (claims) => [...claims, { id, text: '', evidenceIds: [], answers: [] }])

/** `text` with other words, evidence or answers in one claim. */
export const changed = (text: BriefText, part: BriefPart, id: string, change: Partial<Omit<Claim, 'id'>>): BriefText =>
  inPart(text, part, (claims) => claims.map((claim) => (claim.id === id ? { ...claim, ...change } : claim)))

/** Takes a claim away, and every answer to it. */
export const withoutClaim = (text: BriefText, part: BriefPart, id: string): BriefText => {
  const less = inPart(text, part, (claims) => claims.filter((claim) => claim.id !== id))
  return inPart(less, 'suggestions', (claims) =>
    claims.map((claim) => ({ ...claim, answers: claim.answers.filter((each) => each !== id) })),
  )
}

/** Takes evidence out of every claim. */
export const withoutEvidence = (text: BriefText, evidenceId: string): BriefText =>
  BRIEF_PARTS.reduce(
    (all, part) =>
      inPart(all, part, (claims) =>
        claims.map((claim) => ({ ...claim, evidenceIds: claim.evidenceIds.filter((each) => each !== evidenceId) })),
      ),
    text,
  )

/** `ids` with `id` put in, or taken out when it was in. */
export const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]
