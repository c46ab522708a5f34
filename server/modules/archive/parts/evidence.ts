import { localDate, timeWords } from '@server/modules/deadlines'
import type { Block } from '../layout/blocks'
import { paragraphsOf } from '../layout/measure'
import type { DocketSource } from '../source'
import { paperItems } from './papers'
import { fileBlocks, type Item } from './part'

type Question = DocketSource['doc']['questions'][number]

const questionBlocks = (question: Question): Block[] => [
  { kind: 'heading', text: `询问：${question.toName}` },
  { kind: 'text', text: `${timeWords(question.askedAt)}询问：${question.question}` },
  ...(question.answer && question.answeredAt
    ? [
        { kind: 'text', text: `${timeWords(question.answeredAt)}答复：` } as const,
        ...paragraphsOf(question.answer).map((text) => ({ kind: 'text' as const, text })),
      ]
    : [{ kind: 'text', text: '尚未答复。' } as const]),
]

const inquiries = ({ doc }: DocketSource): Item[] =>
  doc.questions.length === 0
    ? []
    : [
        {
          part: 'survey',
          title: '协助调查函复',
          date: localDate((doc.questions[0] as Question).askedAt),
          blocks: [{ kind: 'title', text: '协助调查函复' }, ...doc.questions.flatMap(questionBlocks)],
          attachments: [],
        },
      ]

/** What was found out: signed statements, and what departments and experts answered. */
export const survey = (source: DocketSource): Item[] => [...paperItems(source, 'survey', ['survey']), ...inquiries(source)]

/** Photos that were handed in with the case or with questions about it. */
export const evidence = ({ doc }: DocketSource): Item[] => {
  const fromCase = doc.files.map((file) => ({ file, of: '申请人提交' }))
  const fromQuestions = doc.questions.flatMap((question) => question.files.map((file) => ({ file, of: `随“${question.toName}”的函件` })))
  const all = [...fromCase, ...fromQuestions]
  if (all.length === 0) return []
  const files = all.map(({ file }) => file)
  return [
    {
      part: 'evidence',
      title: `照片等证据材料（${all.length}件）`,
      date: localDate(doc.createdAt),
      blocks: [{ kind: 'title', text: '证据材料' }, ...fileBlocks(files, (index) => `证据${index + 1}　${all[index]?.of}`)],
      attachments: files,
    },
  ]
}
