import * as z from 'zod/mini'
import { FileView } from '../platform/files'
import { Id, words } from '../platform/schema'

/** What a docket holds, in the order of the Ministry of Justice's list. */
export const DOCKET_PARTS = [
  'cover',
  'index',
  'application',
  'rights',
  'identities',
  'survey',
  'evidence',
  'records',
  'agreement',
  'performance',
  'followUp',
  'judicial',
  'backCover',
] as const
export type DocketPart = (typeof DOCKET_PARTS)[number]
export const DOCKET_PART_NAMES: Record<DocketPart, string> = {
  cover: '卷宗封面',
  index: '卷内目录',
  application: '调解申请书或受理登记表',
  rights: '权利义务告知书',
  identities: '当事人身份材料',
  survey: '调查材料',
  evidence: '证据材料',
  records: '调解笔录',
  agreement: '调解协议书或口头协议登记表',
  performance: '履行情况',
  followUp: '回访记录',
  judicial: '司法确认材料',
  backCover: '备考表',
}
/** How long a docket is kept: for good, 30 years, 10 years. */
export const RETENTIONS = ['permanent', 'long', 'short'] as const
export type Retention = (typeof RETENTIONS)[number]
export const RETENTION_NAMES: Record<Retention, string> = { permanent: '永久', long: '长期（30年）', short: '短期（10年）' }

export const DocketItemView = z.strictObject({
  part: z.enum(DOCKET_PARTS),
  title: z.string(),
  /** Empty when it is not there (yet). */
  date: z.string(),
  present: z.boolean(),
  pages: z.int(),
  /** The page on which it begins; 0 when it is not there. */
  from: z.int(),
  digest: z.string(),
})
export const SupplementView = z.strictObject({
  id: z.string(),
  title: z.string(),
  note: z.string(),
  by: z.string(),
  at: z.string(),
  files: z.array(FileView),
  digest: z.string(),
})
export const DocketView = z.strictObject({
  caseId: z.string(),
  caseNumber: z.string(),
  /** Given when it is frozen. */
  number: z.nullable(z.string()),
  frozenAt: z.nullable(z.string()),
  retention: z.enum(RETENTIONS),
  items: z.array(DocketItemView),
  pages: z.int(),
  /** SM3 over the manifest, once frozen. */
  digest: z.nullable(z.string()),
  supplements: z.array(SupplementView),
  can: z.array(z.enum(['archive', 'addSupplement', 'setRetention', 'download'])),
})
export type DocketView = z.infer<typeof DocketView>
export const AddSupplement = z.strictObject({
  title: words(60),
  note: words(1000),
  fileIds: z.optional(z.array(Id).check(z.maxLength(9))),
})
export const SetRetention = z.strictObject({ retention: z.enum(RETENTIONS) })
