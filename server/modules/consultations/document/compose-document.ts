import { shortDay, shortTime } from '@server/modules/deadlines'
import { personNames } from '@server/modules/identity'
import { regionPath } from '@server/modules/regions'
import type { Consultation, Task } from '../consultation.model'
import { findingsInWords } from '../queries/findings-in-words'
import { meetingNumbers } from '../queries/meeting-numbers'
import { SCORES } from '../scores'
import { PROPOSER_NAMES } from '../texts'
import { cut, leftForEach } from './cut'

/** What stands on the page: a title, and short paragraphs under their headings. */
export interface HistoryPage {
  title: string
  parts: { heading: string; lines: string[] }[]
}

/** So many characters of each part find room on one page, however long it is; the app has the whole. */
const ROOM = { numbers: 220, reason: 90, course: 170, finding: 86, opinion: 190, tasks: 480, summary: 130 } as const
const MOST_FINDINGS = 3
const SCORE_WORDS: Record<(typeof SCORES)[number], string> = { 5: '非常满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '非常不满意' }

const part = (heading: string, lines: readonly string[]) => ({ heading, lines: lines.filter((line) => line !== '') })

const numbersOf = async (doc: Consultation): Promise<string> => {
  const { supporters, voters, meeting, lead } = doc
  const [names, places] = await Promise.all([
    personNames(lead ? [lead.personId] : []),
    meetingNumbers({ consultationId: doc._id, personId: '' }),
  ])
  const leader = lead && names.get(lead.personId)
  const said = [
    `${regionPath(doc.regionCode)}`,
    `${PROPOSER_NAMES[doc.proposer.role]}于${shortDay(doc.at)}提出`,
    leader ? `${leader}牵头` : '',
    supporters > 0 ? `${supporters} 人附议` : '',
    voters > 0 ? `约 ${voters} 人投票` : '',
    meeting ? `协商会：${shortTime(meeting.at)}，${meeting.place}，${places.taken} 人报名，${places.checkedIn} 人到会` : '',
  ]
  return `${said.filter((one) => one !== '').join('；')}。`
}

const courseOf = ({ history }: Consultation): string => history.map(({ at, text }) => `${shortDay(at)} ${cut(text, 40)}`).join('；')

const taskLine = ({ organisation, text, dueAt, answer }: Task, room: number): string => {
  const asked = `${organisation}（${shortDay(dueAt)}前）：${cut(text, Math.floor(room * 0.4))}`
  if (!answer) return `${asked}——尚未答复`
  return `${asked}——${answer.done ? '已办' : '未办成'}：${cut(answer.text, Math.floor(room * 0.6))}`
}

const judgementOf = ({ judgement }: Consultation): string => {
  if (!judgement?.counts || judgement.people === null) return ''
  const counts = judgement.counts
  return `约 ${judgement.people} 人评议：${SCORES.map((score, index) => `${SCORE_WORDS[score]}约 ${counts[index] ?? 0}`).join('，')}（人数向下取到五的倍数）。`
}

/** Puts words under their headings, so that all of them fit on one page; what is longer is cut, and says so. */
export const arrange = (doc: Consultation, { numbers, findings }: { numbers: string; findings: readonly string[] }): HistoryPage => {
  const room = leftForEach(ROOM.tasks, doc.tasks.length)
  const some = findings.slice(0, MOST_FINDINGS)
  const parts = [
    part('基本情况', [cut(numbers, ROOM.numbers)]),
    part('提出的理由', [cut(doc.text, ROOM.reason)]),
    part('经过', [cut(courseOf(doc), ROOM.course)]),
    part(
      '大家的看法',
      some.map((finding) => cut(finding, ROOM.finding)),
    ),
    part('协商意见', [cut(doc.opinion ?? '', ROOM.opinion)]),
    part(
      '交办与答复',
      doc.tasks.map((task) => taskLine(task, room)),
    ),
    part('办理结果', [cut(doc.summary ?? '', ROOM.summary)]),
    part('评议', [judgementOf(doc)]),
  ]
  return { title: doc.title, parts: parts.filter(({ lines }) => lines.length > 0) }
}

/** The history of a topic on one page. */
export const composeDocument = async (doc: Consultation): Promise<HistoryPage> => {
  const [numbers, findings] = await Promise.all([numbersOf(doc), findingsInWords(doc._id)])
  return arrange(doc, { numbers, findings })
}
