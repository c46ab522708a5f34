import { dayWords } from '@server/modules/deadlines'
import type { BriefView } from '@shared/briefs/schemas'
import { BRIEF_LEVEL_NAMES, BRIEF_PART_NAMES, BRIEF_PARTS, type BriefPart, EVIDENCE_TYPE_NAMES } from '@shared/briefs/words'

/** One paragraph of the paper, by what it is. */
export interface Line {
  look: 'kind' | 'title' | 'about' | 'heading' | 'text' | 'note' | 'sign'
  text: string
}

const NUMERALS = '一二三四五六七八九十'
const SHORT_PART_NAMES: Record<BriefPart, string> = { situation: '情况', causes: '原因', suggestions: '建议' }

/** What each claim is called elsewhere in the paper: 情况1, 原因2. */
const namesOfClaims = (brief: BriefView): Map<string, string> =>
  new Map(BRIEF_PARTS.flatMap((part) => brief[part].map(({ id }, i) => [id, `${SHORT_PART_NAMES[part]}${i + 1}`] as const)))

/** Evidence in the order in which claims first rest on it, then what nothing rests on. */
const evidenceInOrder = (brief: BriefView): BriefView['evidence'] => {
  const used = BRIEF_PARTS.flatMap((part) => brief[part].flatMap(({ evidenceIds }) => evidenceIds))
  const byId = new Map(brief.evidence.map((one) => [one.id, one]))
  const ordered = [...new Set([...used, ...byId.keys()])]
  return ordered.flatMap((id) => byId.get(id) ?? [])
}

const headLines = (brief: BriefView, dated: Date): Line[] => {
  const signers = brief.signatures.filter(({ state }) => state === 'signed').map(({ name }) => name)
  return [
    { look: 'kind', text: '社情民意信息' },
    { look: 'about', text: `编号：${brief.number ?? '未编号'}　　地区：${brief.regionName}　　日期：${dayWords(dated)}` },
    { look: 'title', text: brief.title },
    { look: 'about', text: `反映人：${brief.author.name}` },
    ...(signers.length > 0 ? [{ look: 'about' as const, text: `联名：${signers.join('、')}` }] : []),
  ]
}

/** Headings are numbered one after the other, whichever of them there are. */
const createHeadings = () => {
  let count = 0
  return (text: string): Line => {
    count += 1
    return { look: 'heading', text: `${NUMERALS[count - 1]}、${text}` }
  }
}

const partLines = (brief: BriefView, heading: (text: string) => Line): Line[] => {
  const names = namesOfClaims(brief)
  const numbers = new Map(evidenceInOrder(brief).map(({ id }, i) => [id, i + 1]))
  const note = (claim: BriefView['situation'][number]): string => {
    const rests = claim.evidenceIds.flatMap((id) => numbers.get(id) ?? []).sort((one, other) => one - other)
    const answers = claim.answers.flatMap((id) => names.get(id) ?? [])
    const parts = [rests.length > 0 ? `依据${rests.join('、')}` : '', answers.length > 0 ? `针对${answers.join('、')}` : '']
    const said = parts.filter((part) => part !== '').join('；')
    return said && `（${said}）`
  }
  return BRIEF_PARTS.filter((part) => brief[part].length > 0).flatMap((part) => [
    heading(BRIEF_PART_NAMES[part]),
    ...brief[part].map((claim, i): Line => ({ look: 'text', text: `${i + 1}．${claim.text}${note(claim)}` })),
  ])
}

const evidenceLines = (brief: BriefView, heading: (text: string) => Line): Line[] => {
  const evidence = evidenceInOrder(brief)
  if (evidence.length === 0) return []
  const line = ({ type, text, source }: BriefView['evidence'][number], i: number): Line => ({
    look: 'note',
    text: `依据${i + 1}（${EVIDENCE_TYPE_NAMES[type]}）${text}——${source}`,
  })
  return [heading('依据'), ...evidence.map(line)]
}

const outcomeLines = ({ adoptions, instructions, department, answer }: BriefView, heading: (text: string) => Line): Line[] => [
  ...(adoptions.length > 0 ? [heading('采用情况')] : []),
  ...adoptions.map(
    ({ level, by, at }): Line => ({ look: 'text', text: `${BRIEF_LEVEL_NAMES[level]}采用：${by}，${dayWords(new Date(at))}。` }),
  ),
  ...(instructions.length > 0 ? [heading('领导批示')] : []),
  ...instructions.map(
    ({ level, by, text, at }): Line => ({ look: 'text', text: `${by}（${BRIEF_LEVEL_NAMES[level]}，${dayWords(new Date(at))}）：${text}` }),
  ),
  ...(answer
    ? [
        heading('承办答复'),
        { look: 'text' as const, text: answer.text },
        { look: 'sign' as const, text: department?.name ?? '承办单位' },
        { look: 'sign' as const, text: dayWords(new Date(answer.at)) },
      ]
    : []),
]

/** What is written in several lines stands in several paragraphs. */
const splitLines = ({ look, text }: Line): Line[] => text.split(/\s*\n\s*/).map((one) => ({ look, text: one }))

/** A brief as the paragraphs of its paper; `dated`: when it was submitted, or last changed before that. */
export const linesOf = (brief: BriefView, dated: Date): Line[] => {
  const heading = createHeadings()
  const lines = [
    ...headLines(brief, dated),
    ...partLines(brief, heading),
    ...evidenceLines(brief, heading),
    ...outcomeLines(brief, heading),
  ]
  return lines.flatMap(splitLines)
}
