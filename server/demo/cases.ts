import { closeSilentCases } from '@server/modules/cases'
import { dayNumberOf, instantAt } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { Call } from './call'
import type { Cast } from './people'
import { drawPhotos } from './photos'
import { play } from './play'
import { codeOf } from './regions'
import { SAMPLES, type Sample } from './sample-data'
import type { Run } from './steps'

const AT_ONCE = 10
const MINUTE = 60_000

export interface Stage {
  call: Call
  cast: Cast
  point: (grid: string, index?: number) => [number, number]
  now: Date
}

/** When a case was brought: at an hour at which people write, never in the future. */
const submittedAt = ({ daysAgo }: Sample, index: number, now: Date): Date => {
  const minutes = 7 * 60 + ((index * 97) % 840)
  const at = instantAt(dayNumberOf(now) - daysAgo, minutes)
  return new Date(Math.min(at.getTime(), now.getTime() - 20 * MINUTE))
}

export const submit = async (stage: Stage, sample: Sample, index: number, photo: Buffer | undefined): Promise<Run | undefined> => {
  const { call, cast, point, now } = stage
  const applicant = cast.actors.get(sample.by) as Actor
  const at = submittedAt(sample, index, now)
  return clock.at(at, async () => {
    const upload = photo && { bytes: photo, fileName: 'photo.jpg' }
    const files = upload ? [(await call('files.upload', applicant, { upload })).id] : undefined
    const against = sample.against && (cast.actors.get(sample.against)?.name ?? sample.against)
    const view = await call('cases.submit', applicant, {
      key: `demo-${index}`,
      body: {
        kind: sample.kind,
        category: sample.category,
        text: sample.text,
        location: { type: 'Point', coordinates: point(codeOf(...sample.at), index) },
        fileIds: files,
        opinionUse: sample.kind !== 'dispute' && index % 9 !== 4,
        ...(against ? { respondent: { name: against } } : {}),
        ...(sample.wish ? { preferredMediatorId: cast.actors.get(sample.wish)?.personId } : {}),
      },
    })
    const owner = cast.byPersonId.get(view.assignee?.id ?? '')
    return owner && { call, cast, sample, index, applicant, owner, view, at, now }
  })
}

/** Brings the sample cases, in the order of their time, and lets each live its life; several at once. */
export const fillCases = async (stage: Stage): Promise<void> => {
  const photos = await drawPhotos()
  const runs: Run[] = []
  for (const [index, sample] of SAMPLES.entries()) {
    const run = await submit(stage, sample, index, photos.get(sample.photo ?? ''))
    if (run) runs.push(run)
  }
  const waiting = [...runs]
  const worker = async () => {
    for (let run = waiting.shift(); run; run = waiting.shift()) await play(run)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  // Whoever never said whether it was settled is taken to agree, on the day on which the service would have found it.
  const silences = runs.flatMap(({ view }) => (view.status === 'resolved' && view.deadline ? [new Date(view.deadline)] : []))
  for (const due of silences.sort((one, other) => one.getTime() - other.getTime()))
    if (due < stage.now) await clock.at(new Date(due.getTime() + 5 * MINUTE), closeSilentCases)
}
