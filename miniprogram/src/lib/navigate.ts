import Taro from '@tarojs/taro'
import { useApp } from './store'

const TABS = ['/pages/home/index', '/pages/cases/index', '/pages/messages/index', '/pages/me/index'] as const
type Tab = (typeof TABS)[number]

/** Every page that can be opened by name. */
export const PAGES = {
  login: '/pages/login/index',
  submit: '/packages/resident/pages/submit/index',
  case: '/packages/resident/pages/case/index',
  chat: '/packages/resident/pages/chat/index',
  booking: '/packages/resident/pages/booking/index',
  feedback: '/packages/resident/pages/feedback/index',
  join: '/packages/resident/pages/join/index',
  data: '/packages/resident/pages/data/index',
  papers: '/packages/resident/pages/papers/index',
  paper: '/packages/resident/pages/paper/index',
  sign: '/packages/resident/pages/sign/index',
  verify: '/packages/resident/pages/verify/index',
  obligations: '/packages/resident/pages/obligations/index',
  reminders: '/packages/resident/pages/reminders/index',
  people: '/packages/resident/pages/people/index',
  followUp: '/packages/resident/pages/follow-up/index',
  staffCase: '/packages/workbench/pages/case/index',
  inbox: '/packages/workbench/pages/inbox/index',
  fileCase: '/packages/workbench/pages/file/index',
  plan: '/packages/workbench/pages/plan/index',
  setup: '/packages/workbench/pages/setup/index',
  staffPaper: '/packages/workbench/pages/paper/index',
  writePaper: '/packages/workbench/pages/write/index',
  rules: '/packages/workbench/pages/rules/index',
  notices: '/packages/workbench/pages/notices/index',
  service: '/packages/workbench/pages/service/index',
  checks: '/packages/workbench/pages/checks/index',
  opinion: '/packages/member/pages/opinion/index',
  signals: '/packages/member/pages/signals/index',
  signal: '/packages/member/pages/signal/index',
  year: '/packages/member/pages/year/index',
  briefs: '/packages/member/pages/briefs/index',
  brief: '/packages/member/pages/brief/index',
  briefWrite: '/packages/member/pages/brief-write/index',
  briefPreview: '/packages/member/pages/brief-preview/index',
  topics: '/packages/consultation/pages/list/index',
  topic: '/packages/consultation/pages/topic/index',
  propose: '/packages/consultation/pages/propose/index',
  meeting: '/packages/consultation/pages/meeting/index',
  vote: '/packages/consultation/pages/vote/index',
  groups: '/packages/consultation/pages/opinion/index',
  answers: '/packages/consultation/pages/answers/index',
  answer: '/packages/consultation/pages/answer/index',
  answersWork: '/packages/member/pages/answers-work/index',
  answerWrite: '/packages/member/pages/answer-write/index',
} as const
export type PageName = keyof typeof PAGES

const withQuery = (path: string, query: Record<string, string | undefined>): string => {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return pairs.length > 0 ? `${path}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}` : path
}

/** Puts a page on top; replaces the top one when the stack is full (WeChat allows ten). */
const push = (url: string): void => {
  if (Taro.getCurrentPages().length >= 9) void Taro.redirectTo({ url })
  else void Taro.navigateTo({ url })
}

/** Opens a page on top. */
export const open = (page: PageName, query: Record<string, string | undefined> = {}): void => push(withQuery(PAGES[page], query))

/** Puts a page in the place of this one. */
export const replace = (page: PageName, query: Record<string, string | undefined> = {}): void => {
  void Taro.redirectTo({ url: withQuery(PAGES[page], query) })
}

/** Goes to one of the four tabs. */
export const openTab = (tab: 'home' | 'cases' | 'messages' | 'me'): void => {
  const url: Tab | undefined = TABS.find((each) => each === `/pages/${tab}/index`)
  if (url) void Taro.switchTab({ url })
}

/** Opens where the service says that a message leads; whether that is a page which can be opened on top. */
export const openPath = (path: string): boolean => {
  const url = `/${path.replace(/^\//, '')}`
  const [page] = url.split('?')
  const known = Object.values(PAGES).some((each) => each === page)
  if (known) push(url)
  return known
}

/** Goes back, or home when this page was opened first (a link, a scanned code). */
export const back = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else openTab('home')
}

/** Asks for the login, and comes back to this page afterwards. */
export const askLogin = (): void => open('login', { back: '1' })

/** Opens a case as the role that is worn shows it. */
export const openCase = (id: string): void => open(useApp.getState().hat === 'staff' ? 'staffCase' : 'case', { id })

/** Words that came with an address: neither WeChat nor the browser's router decodes them. */
export const wordsFrom = (value: string | undefined): string | undefined => {
  try {
    return value === undefined ? undefined : decodeURIComponent(value)
  } catch {
    return value
  }
}
