import { localDate } from '@server/modules/deadlines'
import type { DomainEvent } from '@server/platform/outbox'
import type { BriefMove } from '@shared/briefs/moves'
import { BRIEF_LEVEL_NAMES, type BriefLevel } from '@shared/briefs/words'
import type { Brief } from './brief.model'

interface Words {
  title: string
  text: string
}
const named = (brief: Brief): string => `《${brief.publicTitle}》`
const numbered = (brief: Brief): string => (brief.number ? `${named(brief)}（${brief.number}）` : named(brief))

/** The highest of its levels when nothing else is said: an adoption may have been followed by another. */
const levelName = ({ data }: DomainEvent, brief: Brief): string => {
  const level = (data.level ?? brief.level ?? 'district') as BriefLevel
  return BRIEF_LEVEL_NAMES[level]
}

/** What those who wrote and signed a brief hear of each step. */
export const WORDS_FOR_AUTHORS: Record<BriefMove, (brief: Brief, event: DomainEvent) => Words> = {
  submit: (brief) => ({ title: '社情民意信息已提交', text: `${named(brief)}已提交，等办公室审核` }),
  withdraw: (brief) => ({ title: '社情民意信息已撤回', text: `${named(brief)}由撰写人撤回` }),
  return: (brief) => ({ title: '社情民意信息退回修改', text: `${named(brief)}需要修改，请打开看看原因` }),
  merge: (brief) => ({ title: '社情民意信息已合并', text: `${named(brief)}已并入另一篇，您列为联名人` }),
  accept: (brief) => ({ title: '社情民意信息已立案', text: `${numbered(brief)}已审核立案` }),
  adopt: (brief, event) => ({ title: '社情民意信息被采用', text: `${numbered(brief)}被${levelName(event, brief)}采用` }),
  instruct: (brief) => ({ title: '社情民意信息得到批示', text: `${numbered(brief)}得到批示` }),
  passOn: (brief) => ({ title: '社情民意信息已交办', text: `${numbered(brief)}已交${brief.department?.name ?? '部门'}办理` }),
  answer: (brief) => ({ title: '社情民意信息有了答复', text: `${numbered(brief)}：${brief.department?.name ?? '部门'}已答复` }),
}

/** What the office hears of. */
export const WORDS_FOR_OFFICE: Partial<Record<BriefMove, (brief: Brief) => Words>> = {
  submit: (brief) => ({ title: '有社情民意信息待审核', text: `${brief.author.name}提交了${named(brief)}` }),
  withdraw: (brief) => ({ title: '社情民意信息已撤回', text: `${brief.author.name}撤回了${named(brief)}` }),
  answer: WORDS_FOR_AUTHORS.answer as (brief: Brief) => Words,
}

export const wordsForDepartment = (brief: Brief): Words => {
  const due = brief.department ? `，请在${localDate(brief.department.dueAt)}前答复` : ''
  return { title: '有社情民意信息请您答复', text: `${numbered(brief)}${due}` }
}
export const wordsForFormer = (brief: Brief): Words => ({
  title: '社情民意信息改由别的部门办理',
  text: `${numbered(brief)}已改交别的部门，您这边不用再答复`,
})
export const lateWords = (brief: Brief): Words => ({
  title: '社情民意信息答复超期',
  text: `${numbered(brief)}应由${brief.department?.name ?? '部门'}答复，已经超过期限`,
})

export const wordsForAsked = (brief: Brief, again: boolean): Words => ({
  title: again ? '内容有改动，请重新联名' : '有委员请您联名',
  text: again ? `${named(brief)}改过了，您原来的联名已失效` : `${brief.author.name}请您为${named(brief)}联名`,
})
export const wordsOfSigning = (brief: Brief, name: string, signed: boolean): Words => ({
  title: signed ? '有委员联名' : '有委员没有联名',
  text: signed ? `${name}已为${named(brief)}联名` : `${name}没有为${named(brief)}联名`,
})

/** What residents hear, whose words it rests on. Nothing in it tells of others. */
export const WORDS_FOR_RESIDENTS: Record<'adopted' | 'answered', (brief: Brief) => Words> = {
  adopted: (brief) => ({
    title: '您反映的事被采用了',
    text: `您说过的事，委员写进了社情民意信息${named(brief)}，已经被采用，正送有关部门研究。谢谢您说出来。`,
  }),
  answered: (brief) => ({
    title: '您反映的事有了答复',
    text: `您说过的事写进了社情民意信息${named(brief)}，承办部门已经答复。政协办公室整理后会在“你说的，我们办了”里公布。`,
  }),
}
