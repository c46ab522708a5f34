import { shortDay, shortTime } from '@server/modules/deadlines'
import type { ConsultationMove } from '@shared/consultations/moves'
import { JUDGING_DAYS, type ProposerRole } from '@shared/consultations/words'
import type { Consultation, Task } from './consultation.model'

export const PROPOSER_NAMES: Record<ProposerRole, string> = { resident: '居民', cppccMember: '政协委员', cppccOffice: '政协办公室' }
/** The service itself. */
export const SYSTEM = '系统'

/** Where a tap leads. */
export const pageOf = (doc: Pick<Consultation, '_id'>): string => `packages/consultation/pages/topic/index?id=${doc._id.toHexString()}`

const lastWords = (doc: Consultation, type: string): string => doc.history.findLast((entry) => entry.type === type)?.text ?? ''
const when = ({ meeting }: Consultation): string => (meeting ? `${shortTime(meeting.at)}，在${meeting.place}` : '')

interface Said {
  title: string
  text: string
}

/** What those are told who proposed, supported, voted or signed up. */
export const toldOf: Record<ConsultationMove, (doc: Consultation) => Said> = {
  choose: ({ title }) => ({ title: '议题已立项', text: `《${title}》已经立项，接下来会公开征询大家的意见。` }),
  decline: (doc) => ({ title: '议题没有立项', text: `《${doc.title}》${lastWords(doc, 'decline')}` }),
  openCall: ({ title }) => ({ title: '请您说说看法', text: `《${title}》开始公开征询，请打开看看背景材料，说说您的看法。` }),
  schedule: (doc) => ({ title: '协商会定了', text: `《${doc.title}》的协商会定在${when(doc)}，名额有限，可以报名。` }),
  reschedule: (doc) => ({
    title: '协商会改期',
    text: `《${doc.title}》的协商会改到${when(doc)}。您报的名还有效，来不了请取消，把名额让给别人。`,
  }),
  conclude: ({ title }) => ({ title: '协商意见发布了', text: `《${title}》的协商意见和会议记录已经公布。` }),
  passOn: ({ title, tasks }) => ({ title: '协商意见已交办', text: `《${title}》的协商意见已交有关部门办理，共 ${tasks.length} 项。` }),
  report: ({ title }) => ({
    title: '办理结果出来了，请您评议',
    text: `《${title}》的办理结果已经公布，请在 ${JUDGING_DAYS} 天内评一评办得怎么样。`,
  }),
  judge: ({ title }) => ({ title: '评议结束', text: `《${title}》的评议已经结束，结果可以查看。` }),
}

/** What a department is told when it is asked, and when its date comes near or has passed. */
export const taskWords = {
  asked: ({ title }: Consultation, tasks: Task[]): Said => ({
    title: '有协商意见交您单位办理',
    text: `《${title}》：${tasks.map(({ text, dueAt }) => `${text}（${shortDay(dueAt)}前答复）`).join('；')}`,
  }),
  due: ({ title }: Consultation, { dueAt }: Task): Said => ({
    title: '协商交办事项快到期了',
    text: `《${title}》请在${shortDay(dueAt)}前答复。`,
  }),
  late: ({ title }: Consultation, { dueAt, organisation }: Task): Said => ({
    title: '协商交办事项已经超期',
    text: `《${title}》交${organisation}办理，应在${shortDay(dueAt)}前答复，现在还没有答复。`,
  }),
}

/** What the office, the member in charge and the proposer are told. */
export const workWords = {
  proposed: ({ title, proposer }: Consultation): Said => ({
    title: '有新的协商议题',
    text: `${PROPOSER_NAMES[proposer.role]}提出了议题《${title}》。`,
  }),
  supported: ({ title, supporters }: Consultation): Said => ({
    title: '有议题可以立项了',
    text: `《${title}》已有 ${supporters} 位居民附议，请看看是否立项。`,
  }),
  lead: ({ title }: Consultation): Said => ({ title: '请您牵头协商', text: `《${title}》已经立项，由您牵头，请准备背景材料。` }),
  answered: ({ title, tasks }: Consultation, { organisation }: Task): Said => {
    const left = tasks.filter(({ answer }) => answer === null).length
    return {
      title: '部门有答复了',
      text: `《${title}》：${organisation}已经答复，${left > 0 ? `还差 ${left} 项。` : '可以向大家反馈了。'}`,
    }
  },
  refused: ({ title }: Consultation, reason: string): Said => ({
    title: '议题没有通过内容检查',
    text: `《${title}》没有通过内容检查：${reason || '请修改后重新提出'}`,
  }),
}
