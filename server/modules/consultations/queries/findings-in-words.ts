import type { ObjectId } from '@server/platform/database'
import { groupName } from '../opinion.presenter'
import { type Published, publishedOpinion } from './published-opinion'

const MOST_OF_EACH = 5
const SIDES = { agree: '多数赞成', disagree: '多数不赞成' } as const

export interface PublishedFinding {
  statementId: string
  text: string
  /** One sentence, with nothing but what everybody may know. */
  sentence: string
}

const textsOf = ({ statements }: Published) => new Map(statements.map(({ _id, text }) => [_id.toHexString(), text]))

/** What unites all groups of a topic and what divides them, in words; empty as long as nothing is published. */
export const publishedFindings = async (
  consultationId: ObjectId,
): Promise<{ united: PublishedFinding[]; dividing: PublishedFinding[] }> => {
  const published = await publishedOpinion(consultationId)
  const { shown } = published
  if (!shown) return { united: [], dividing: [] }
  const texts = textsOf(published)
  const told = (statementId: string, sentence: (text: string) => string): PublishedFinding[] => {
    const text = texts.get(statementId)
    return text === undefined ? [] : [{ statementId, text, sentence: sentence(text) }]
  }
  const everybody = shown.groups.length > 1 ? '各方都' : ''
  const { united, dividing } = shown.findings
  return {
    united: united
      .slice(0, MOST_OF_EACH)
      .flatMap(({ statement, side }) => told(statement, (text) => `${everybody}${SIDES[side]}：“${text}”`)),
    dividing: dividing
      .slice(0, MOST_OF_EACH)
      .flatMap(({ statement, agreeing, disagreeing }) =>
        told(statement, (text) => `${groupName(agreeing)}多赞成、${groupName(disagreeing)}多不赞成：“${text}”`),
      ),
  }
}

/** The findings as sentences for a paper: how many groups there are and about how large, what unites and what divides. */
export const findingsInWords = async (consultationId: ObjectId): Promise<string[]> => {
  const { shown } = await publishedOpinion(consultationId)
  if (!shown) return []
  const groups = shown.groups.map((people, group) => `${groupName(group)}约 ${people} 人`).join('，')
  const { united, dividing } = await publishedFindings(consultationId)
  const first = shown.groups.length > 1 ? [`看法大致分为 ${shown.groups.length} 类：${groups}。`] : []
  return [...first, ...[...united, ...dividing].map(({ sentence }) => sentence)]
}
