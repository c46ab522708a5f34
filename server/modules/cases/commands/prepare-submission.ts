import { regionByPoint, regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { type FileRef, findFiles } from '@server/platform/files'
import { categoryName, suitsKind } from '@shared/cases/categories'
import type { SubmitCase } from '@shared/cases/schemas'
import type { Risk, RiskSign } from '@shared/cases/words'
import { mayFileFor, maySetTime } from '../cases.policy'
import { ports } from '../ports'

const TITLE_LENGTH = 20
const DEFAULT_CATEGORY = 'other.other'

/** A submission that may be filed: everything checked, nothing written yet. */
export interface Submission {
  regionCode: string
  category: string
  title: string
  createdAt: Date
  files: FileRef[]
  audio: FileRef | null
  risk: Risk
  signs: RiskSign[]
}

const findRegion = ({ location, regionCode }: SubmitCase): string => {
  if (location) {
    const region = regionByPoint(location.coordinates)
    if (region) return region._id
    if (regionCode === undefined) throw InvalidInput.field('location', 'outside', '这个位置不在服务范围内')
  }
  if (regionCode === undefined || !regionExists(regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  return regionCode
}

/** What a telephone or identity number may be made of, its gaps and dashes included. */
const OF_NUMBERS = /[\p{N}A-Za-z一二三四五六七八九十〇零幺两.·/,，\s\-\u2010-\u2015\u2212]/u

/** Cut between characters, and before a number rather than within: of half a number nobody could tell that it is one. */
const cut = (letters: readonly string[], length: number): string => {
  let end = length
  const isWithin = (at: number) => OF_NUMBERS.test(letters[at] ?? '')
  if (isWithin(end)) while (end > 0 && isWithin(end - 1)) end -= 1
  return letters.slice(0, end).join('')
}

/** The first sentence, or what the case is about when nothing was written. */
export const titleFor = (text: string | undefined, category: string): string => {
  const sentence = text
    ?.split(/[。！？!?；;\n\r]/)
    .map((part) => part.trim())
    .find((part) => part !== '')
  if (!sentence) return categoryName(category)
  const letters = [...sentence]
  if (letters.length <= TITLE_LENGTH) return sentence
  const start = cut(letters, TITLE_LENGTH - 1)
  return start === '' ? categoryName(category) : `${start}…`
}

const guessCategory = ({ kind, title, text }: SubmitCase): string | undefined =>
  text === undefined ? undefined : ports().categorise({ kind, title, text })

const writtenAt = (options: { actor: Actor; submittedAt: string | undefined; regionCode: string; now: Date }): Date => {
  const { actor, submittedAt, regionCode, now } = options
  if (submittedAt === undefined) return now
  if (!maySetTime(actor, regionCode)) throw new Forbidden('只有导入员可以填写提交时间')
  const at = new Date(submittedAt)
  if (at > now) throw InvalidInput.field('submittedAt', 'in_future', '提交时间不能晚于现在')
  return at
}

/** Checks what the schema cannot: place, category, rights, files. Throws InvalidInput or Forbidden. */
export const prepareSubmission = async (options: { actor: Actor; input: SubmitCase; now: Date }): Promise<Submission> => {
  const { actor, input, now } = options
  const regionCode = findRegion(input)
  const category = input.category ?? guessCategory(input) ?? DEFAULT_CATEGORY
  if (!suitsKind(category, input.kind)) throw InvalidInput.field('category', 'unsuitable', '这个类别不适用于这类事项')
  if (input.onBehalfOf && !mayFileFor(actor, regionCode)) throw new Forbidden('您不能在这个地区代人提交')
  const createdAt = writtenAt({ actor, submittedAt: input.submittedAt, regionCode, now })
  const { personId } = actor
  const files = input.fileIds?.length ? await findFiles({ ids: input.fileIds, personId, kind: 'image' }) : []
  const audio = input.audioFileId ? await findFiles({ ids: [input.audioFileId], personId, kind: 'audio', field: 'audioFileId' }) : []
  const assessed = ports().assess({ title: input.title, text: input.text })
  return {
    ...assessed,
    regionCode,
    category,
    title: input.title ?? titleFor(input.text, category),
    createdAt,
    files,
    audio: audio[0] ?? null,
  }
}
