import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { AddEvidence, MoveBrief } from '@shared/briefs/schemas'
import { type BriefWords, BUSES, PARKING, PARKING_ANSWER, SEWAGE } from './brief-words'
import type { Stage } from './cases'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEKS = 12

/** A brief on its way: everything happens at its time, and what it causes has happened before the next. */
interface Writing {
  stage: Stage
  words: BriefWords
  author: Actor
  id: string
  at: Date
  later: <T>(hours: number, work: () => Promise<T>) => Promise<T>
}
type Drain = () => Promise<unknown>

const begin = async (stage: Stage, words: BriefWords, drain: Drain): Promise<Writing> => {
  const { call, cast, now } = stage
  const author = cast.actors.get(words.by) as Actor
  const at = new Date(now.getTime() - words.daysAgo * DAY)
  const { title, regionCode, category } = words
  const key = `demo-brief-${words.daysAgo}`
  const { id } = await clock.at(at, () => call('briefs.start', author, { key, body: { title, regionCode, category } }))
  const writing: Writing = {
    stage,
    words,
    author,
    id,
    at,
    later: async (hours, work) => {
      writing.at = new Date(Math.min(writing.at.getTime() + hours * HOUR, now.getTime() - HOUR))
      return clock.at(writing.at, async () => {
        const done = await work()
        await drain()
        return done
      })
    },
  }
  return writing
}

/** Takes up what the claims rest on; answers the ids of the evidence by the words of the claims. */
const gather = async ({ stage, words, author, id }: Writing): Promise<Map<string, string>> => {
  const { call } = stage
  const ids = new Map<string, string>()
  const rests = new Set([...words.situation, ...words.causes].flatMap((claim) => claim.rests ?? []))
  const add = async (rest: string, body: AddEvidence) => {
    const { evidence } = await call('briefs.addEvidence', author, { params: { id }, body, key: `demo-${rest}` })
    const added = evidence.at(-1)
    if (added) ids.set(rest, added.id)
  }
  for (const rest of rests) {
    if (rest === 'note') await add(rest, { type: 'note', ...words.note })
    else if (rest === 'count') await add(rest, { type: 'count', regionCode: words.regionCode, weeks: WEEKS, category: words.category })
    else {
      const query = { regionCode: words.regionCode, weeks: WEEKS, q: rest.slice('word:'.length), limit: 1 }
      const [found] = (await call('opinion.wordings', author, { query })).items
      // Whose author does not want to be read is not found; the claim rests on the others.
      if (found) await add(rest, { type: 'wording', wordingId: found.id })
    }
  }
  return ids
}

const write = async (writing: Writing): Promise<void> => {
  const { stage, words, author, id } = writing
  const evidence = await gather(writing)
  const claims = (of: BriefWords['situation'], letter: string) =>
    of.map(({ text, rests = [], answers = [] }, i) => ({
      id: `${letter}${i}`,
      text,
      evidenceIds: rests.flatMap((rest) => evidence.get(rest) ?? []),
      answers: [...answers],
    }))
  const { revision } = await stage.call('briefs.get', author, { params: { id } })
  const body = {
    revision,
    situation: claims(words.situation, 's'),
    causes: claims(words.causes, 'c'),
    suggestions: claims(words.suggestions, 'a'),
  }
  await stage.call('briefs.write', author, { params: { id }, body })
}

const sign = async ({ stage, words, author, id }: Writing): Promise<void> => {
  const { call, cast } = stage
  const signer = cast.actors.get(words.signer ?? '')
  if (!signer) return
  const { members } = await call('briefs.colleagues', author, { query: { regionCode: words.regionCode } })
  const memberId = members.find(({ name }) => name === signer.name)?.id
  if (!memberId) return
  await call('briefs.invite', author, { params: { id }, body: { memberId } })
  const { digest } = await call('briefs.preview', signer, { params: { id } })
  await call('briefs.sign', signer, { params: { id }, body: { digest } })
}

const move = async ({ stage, id }: Writing, by: Actor, body: Omit<MoveBrief, 'revision'>): Promise<void> => {
  const { revision } = await stage.call('briefs.get', by, { params: { id } })
  await stage.call('briefs.move', by, { params: { id }, body: { revision, ...body } })
}

const submit = async (writing: Writing): Promise<void> => {
  const { stage, author, id } = writing
  const { digest } = await stage.call('briefs.preview', author, { params: { id } })
  await move(writing, author, { move: 'submit', digest })
}

/** Accepted, adopted, noted by a leader, passed on, and answered. */
const carryThrough = async (writing: Writing): Promise<void> => {
  const { stage, later } = writing
  const office = stage.cast.actors.get('dong-zhiyuan') as Actor
  const department = stage.cast.actors.get('cheng-jie') as Actor
  await later(30, () => move(writing, office, { move: 'accept' }))
  await later(48, () => move(writing, office, { move: 'adopt', level: 'district', by: '云麓区政府办公室', at: writing.at.toISOString() }))
  await later(24, () => move(writing, office, { move: 'adopt', level: 'city', by: '和安市委办公室', at: writing.at.toISOString() }))
  const text = '人命关天的通道要先打通，请城管、消防一街一策拿出办法。'
  await later(20, () =>
    move(writing, office, { move: 'instruct', level: 'city', by: '和安市政府分管领导', text, at: writing.at.toISOString() }),
  )
  const departmentId = department.roles[0]?.organisationId ?? ''
  const dueAt = new Date(writing.at.getTime() + 21 * DAY).toISOString()
  await later(6, () => move(writing, office, { move: 'passOn', departmentId, dueAt }))
  await later(16 * 24, () => move(writing, department, { move: 'answer', text: PARKING_ANSWER }))
}

/** Three briefs: one adopted and answered, one that waits for the office, one being written. Answers the first one's id. */
export const fillBriefs = async (stage: Stage, drain: Drain): Promise<string> => {
  const parking = await begin(stage, PARKING, drain)
  await parking.later(1, () => write(parking))
  await parking.later(3, () => submit(parking))
  await carryThrough(parking)
  const sewage = await begin(stage, SEWAGE, drain)
  await sewage.later(2, () => write(sewage))
  await sewage.later(20, () => sign(sewage))
  await sewage.later(4, () => submit(sewage))
  const buses = await begin(stage, BUSES, drain)
  await buses.later(1, () => write(buses))
  return parking.id
}
