import { localDate, timeWords } from '@server/modules/deadlines'
import { categoryName } from '@shared/cases/categories'
import { KIND_NAMES } from '@shared/cases/words'
import { paragraphsOf } from '../layout/measure'
import type { DocketSource } from '../source'
import { paperItems } from './papers'
import { form, type Item } from './part'
import { namesOf } from './people'

const acceptedAt = ({ doc }: DocketSource): Date | undefined => doc.timeline.find((entry) => entry.type === 'accept')?.at

const channelOf = ({ doc }: DocketSource): string =>
  doc.parties.some((party) => party.side === 'applicant' && party.personId === doc.filedBy) ? '本人在线提交' : '工作人员代为登记'

/** The register's entry of the case: what was brought, by whom, when, and when it was accepted. */
const registration = (source: DocketSource): Item => {
  const { doc } = source
  const accepted = acceptedAt(source)
  return {
    part: 'application',
    title: '受理登记表',
    date: localDate(accepted ?? doc.createdAt),
    blocks: [
      { kind: 'title', text: '受理登记表' },
      form([
        ['事项编号', doc.number],
        ['种类', `${KIND_NAMES[doc.kind]}（${categoryName(doc.category)}）`],
        ['登记时间', timeWords(doc.createdAt)],
        ['登记方式', channelOf(source)],
        ['申请人', namesOf(source, 'applicant')],
        ['被申请人', namesOf(source, 'respondent')],
        ['发生地', [source.regionName, doc.address].filter(Boolean).join(' ')],
        ['受理时间', accepted ? timeWords(accepted) : ''],
        ['承办人', doc.owner?.name ?? ''],
      ]),
      { kind: 'heading', text: '反映的情况' },
      ...paragraphsOf(doc.text === '' ? '（以录音提交，见附件）' : doc.text).map((text) => ({ kind: 'text' as const, text })),
    ],
    attachments: doc.audio ? [doc.audio] : [],
  }
}

/** The application, where one was signed; and the register's entry in any event. */
export const application = (source: DocketSource): Item[] => [...paperItems(source, 'application', ['application']), registration(source)]
