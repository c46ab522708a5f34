import type { Actor } from '@server/platform/actor'
import type { CreatePaper, PaperMove, PaperView } from '@shared/papers/schemas'
import type { Call } from './call'

export interface Signing {
  call: Call
  caseId: string
  applicant: Actor
  respondent: Actor
  owner: Actor
}

const WIDTH = 900
/** A name drawn by hand, more or less: a few bent strokes for each character, always the same for the same name. */
const drawn = (name: string): number[][] => {
  const chars = [...name]
  const step = WIDTH / chars.length
  return chars.flatMap((char, place) =>
    [0, 1, 2, 3].map((stroke) => {
      const seed = (char.codePointAt(0) ?? 0) * (stroke + 3)
      const [x, y] = [50 + place * step + (seed % 40), 220 + stroke * 150 + (seed % 60)]
      const isDown = (seed >> 3) % 2 === 0
      return Array.from({ length: 9 }, (_, at) => {
        const along = at / 8
        const bend = Math.sin(along * Math.PI) * (20 + (seed % 35))
        return isDown ? [x + bend + stroke * 30, y - 120 + along * 300] : [x + along * step * 0.7, y + bend - along * 25]
      }).flatMap((pair) => pair.map((value) => Math.max(0, Math.min(1000, Math.round(value)))))
    }),
  )
}

/** Drafts a paper, reads it back, lets everybody sign who has to, and seals it. */
export const signPaper = async ({ call, caseId, applicant, respondent, owner }: Signing, body: CreatePaper): Promise<void> => {
  let paper: PaperView = await call('papers.create', owner, { params: { id: caseId }, body, key: `demo-${caseId}-${body.kind}` })
  const params = { id: paper.id }
  const move = async (name: PaperMove) => {
    paper = await call('papers.move', owner, { params, body: { move: name, version: paper.version } })
  }
  await move('present')
  for (const one of [applicant, respondent]) {
    const seen = await call('papers.get', one, { params })
    if (seen.can.includes('read')) await call('papers.read', one, { params, body: { digest: seen.digest, agreed: true } })
  }
  await move('openSigning')
  for (const one of [applicant, respondent, owner]) {
    const seen = await call('papers.get', one, { params })
    const mine = one !== owner || seen.waitsFor.some((waiting) => waiting.partyId === null)
    if (mine && seen.can.includes('sign'))
      await call('papers.sign', one, { params, body: { digest: seen.digest, strokes: drawn(one.name) } })
  }
  await move('seal')
}
