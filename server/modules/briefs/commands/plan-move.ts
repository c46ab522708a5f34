import { dayNumberOf, instantAt } from '@server/modules/deadlines'
import { organisationById } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Conflict, InvalidInput } from '@server/platform/errors'
import type { BriefMove } from '@shared/briefs/moves'
import type { MoveBrief } from '@shared/briefs/schemas'
import { BRIEF_LEVEL_NAMES, BRIEF_LEVELS, type BriefLevel } from '@shared/briefs/words'
import { isWithin } from '@shared/regions/schemas'
import { type Brief, MOST_ENTRIES } from '../brief.model'
import { digestOf, publicWords, textForOthers } from '../brief-text'
import { missingIn } from '../completeness'
import { firstReminder } from '../reminders'
import { termsOf } from '../terms'
import { PROBLEMS } from '../texts'
import { findTarget } from './merge-briefs'
import type { Change } from './write-change'

interface Moving {
  actor: Actor
  brief: Brief
  input: MoveBrief
}
/** What a step changes besides the state, and what its sentence in the history goes on with. */
export interface Plan extends Pick<Change, 'unset'> {
  set: Partial<Brief>
  more?: string
  /** In whose name it happens; the actor's otherwise. */
  by?: string
}

const DAY_MS = 86_400_000
const LATEST_DAYS = 180

const need = <T>(value: T | undefined, path: string, message: string): T => {
  if (value === undefined) throw InvalidInput.field(path, 'required', message)
  return value
}

/** When something happened elsewhere, from the day of the submission on; now when nothing is said. */
const happened = ({ brief, input }: Moving): Date => {
  const now = clock.now()
  const time = input.at === undefined ? now : new Date(input.at)
  if (time > now) throw InvalidInput.field('at', 'out_of_range', PROBLEMS.future)
  if (time < instantAt(dayNumberOf(brief.submittedAt ?? now), 0)) throw InvalidInput.field('at', 'out_of_range', PROBLEMS.before)
  return time
}

/** What is submitted is what was looked at; from then on it is all that there is. */
const submit = ({ brief, input }: Moving): Plan => {
  const digest = need(input.digest, 'digest', PROBLEMS.digest)
  const missing = missingIn(brief)
  if (missing.length > 0) throw new InvalidInput(missing)
  const text = textForOthers(brief)
  if (digest !== digestOf(text)) throw new Conflict('text_changed', PROBLEMS.textChanged)
  const { title, situation, causes, suggestions } = text
  const clean = { title, situation, causes, suggestions }
  return { set: { ...clean, publicTitle: title, terms: termsOf(clean), submittedAt: brief.submittedAt ?? clock.now() } }
}

/** The reason stays in the history, which everybody reads who reads the brief later on. */
const sendBack = ({ input }: Moving): Plan => {
  const { text } = publicWords(need(input.reason, 'reason', PROBLEMS.reason).trim())
  return { set: {}, more: `：${text}` }
}

const higher = (one: BriefLevel | null, other: BriefLevel): BriefLevel =>
  one !== null && BRIEF_LEVELS.indexOf(one) > BRIEF_LEVELS.indexOf(other) ? one : other

const adopt = (moving: Moving): Plan => {
  const { brief, input } = moving
  const level = need(input.level, 'level', PROBLEMS.level)
  const at = happened(moving)
  if (brief.adoptions.length >= MOST_ENTRIES) throw new Conflict('conflict', PROBLEMS.tooManyEntries)
  const by = input.by?.trim() ?? `${BRIEF_LEVEL_NAMES[level]}政协`
  const adoptions = [...brief.adoptions, { level, by, at }]
  return { set: { adoptions, level: higher(brief.level, level), adoptedAt: brief.adoptedAt ?? clock.now() }, more: `：${by}` }
}

const instruct = (moving: Moving): Plan => {
  const { brief, input } = moving
  const level = need(input.level, 'level', PROBLEMS.level)
  const by = need(input.by, 'by', PROBLEMS.by).trim()
  const text = need(input.text, 'text', PROBLEMS.instruction).trim()
  const at = happened(moving)
  if (brief.instructions.length >= MOST_ENTRIES) throw new Conflict('conflict', PROBLEMS.tooManyEntries)
  return { set: { instructions: [...brief.instructions, { level, by, text, at }] }, more: `：${by}` }
}

/** A department whose region has to do with the brief's. Throws InvalidInput. */
const departmentFor = async (id: string, { regionCode }: Brief): Promise<{ id: string; name: string }> => {
  const found = await organisationById(id)
  const serves = found && (isWithin(regionCode, found.regionCode) || isWithin(found.regionCode, regionCode))
  if (found?.kind !== 'department' || !serves) throw InvalidInput.field('departmentId', 'unknown_department', PROBLEMS.unknownDepartment)
  return found
}

const passOn = async ({ brief, input }: Moving): Promise<Plan> => {
  const { id, name } = await departmentFor(need(input.departmentId, 'departmentId', PROBLEMS.department), brief)
  const dueAt = new Date(need(input.dueAt, 'dueAt', PROBLEMS.due))
  const now = clock.now()
  if (dueAt <= now || dueAt.getTime() > now.getTime() + LATEST_DAYS * DAY_MS)
    throw InvalidInput.field('dueAt', 'out_of_range', PROBLEMS.dueRange)
  return { set: { department: { id, name, dueAt }, remindAt: firstReminder(dueAt, now) }, more: `：${name}` }
}

/** Members of the whole region read the answer, and the paper that it stands on: nobody is named in it either. */
const answer = ({ brief, input }: Moving): Plan => {
  const now = clock.now()
  const { text } = publicWords(need(input.text, 'text', PROBLEMS.answer).trim())
  return { set: { answer: { text, at: now }, answeredAt: now }, unset: { remindAt: '' }, by: brief.department?.name }
}

const merge = async ({ actor, brief, input }: Moving): Promise<Plan> => {
  const target = await findTarget({ actor, brief, intoId: need(input.intoId, 'intoId', PROBLEMS.into) })
  return { set: { mergedInto: target._id.toHexString() }, more: `：《${target.title}》` }
}

const PLANS: Record<BriefMove, (moving: Moving) => Plan | Promise<Plan>> = {
  submit,
  withdraw: () => ({ set: {} }),
  return: sendBack,
  merge,
  accept: () => ({ set: { acceptedAt: clock.now() } }),
  adopt,
  instruct,
  passOn,
  answer,
}

/** What a permitted step changes. Throws InvalidInput for what it lacks. */
export const planMove = async (moving: Moving): Promise<Plan> => PLANS[moving.input.move](moving)
